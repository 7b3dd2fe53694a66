// A link as the shop would have signed it at another time: nobody can wait 90 days for one to expire.
import { createHmac } from 'node:crypto';
import { stage } from '../stage/stage';

/** The same order's link, with another date of expiry (`domain/src/secret.rs`: order, expiry, 16 bytes of HMAC). */
export function orderLink(link: string, expires: Date): string {
  const address = new URL(link);
  const order = Buffer.from(address.pathname.split('/').at(-1) ?? '', 'base64url').subarray(0, 16);
  const when = Buffer.alloc(8);
  when.writeBigInt64BE(BigInt(Math.floor(expires.getTime() / 1000)));
  const mark = createHmac('sha256', stage().secret).update('order-link\0').update(order).update(when).digest();
  const token = Buffer.concat([order, when, mark.subarray(0, 16)]).toString('base64url');
  return new URL(`/t/${token}`, address).href;
}
