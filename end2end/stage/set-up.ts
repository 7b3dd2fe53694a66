// Before the first test: the shop that most of them share. After the last one it is gone.
import { open } from './open';
import { tell } from './stage';

export default async function setUp(): Promise<() => Promise<void>> {
  const { stage, close } = await open('', 60);
  tell(stage);
  return close;
}
