//! What the pay page says, in the four languages, one line per thing said.

/// Everything in one language.
pub struct Words(&'static str);

impl Words {
    /// The words of a language.
    pub fn of(language: &'static str) -> Self {
        Self(language)
    }

    /// The language itself, for `lang` and for numbers.
    pub fn language(&self) -> &'static str {
        self.0
    }

    /// One thing said; the key itself if nobody wrote it, which the test below forbids.
    pub fn say(&self, key: &'static str) -> &'static str {
        let column = match self.0 {
            "es" => 2,
            "ro" => 3,
            "ru" => 4,
            _ => 1,
        };
        TABLE.iter().find(|row| row[0] == key).map_or(key, |row| row[column])
    }

    /// Why a card was refused, by the wire's own code.
    pub fn refusal(&self, code: &'static str) -> &'static str {
        match code {
            "lost_card" | "stolen_card" | "fraudulent" | "generic_decline" => self.say("card_declined"),
            other => self.say(other),
        }
    }
}

/// Key, English, Spanish, Romanian, Russian.
const TABLE: &[[&str; 5]] = &[
    [
        "ribbon",
        "Sandbox - no real money",
        "Sandbox - sin dinero real",
        "Sandbox - fără bani reali",
        "Песочница - деньги ненастоящие",
    ],
    ["pay", "Pay", "Pagar", "Plătește", "Оплатить"],
    ["order", "Your order", "Tu pedido", "Comanda ta", "Ваш заказ"],
    ["shipping", "Shipping", "Envío", "Livrare", "Доставка"],
    ["total", "Total", "Total", "Total", "Итого"],
    ["email", "Email", "Correo electrónico", "E-mail", "Эл. почта"],
    ["street", "Street and number", "Calle y número", "Strada și numărul", "Улица и дом"],
    ["postcode", "Postcode", "Código postal", "Cod poștal", "Индекс"],
    ["town", "Town", "Localidad", "Localitatea", "Город"],
    ["country", "Country (two letters)", "País (dos letras)", "Țara (două litere)", "Страна (две буквы)"],
    ["number", "Card number", "Número de tarjeta", "Numărul cardului", "Номер карты"],
    [
        "expiry",
        "Expiry date (MM / YY)",
        "Fecha de caducidad (MM / AA)",
        "Data expirării (LL / AA)",
        "Срок действия (ММ / ГГ)",
    ],
    [
        "cvc",
        "Security code (CVC)",
        "Código de seguridad (CVC)",
        "Cod de securitate (CVC)",
        "Код безопасности (CVC)",
    ],
    ["name", "Name on card", "Nombre en la tarjeta", "Numele de pe card", "Имя на карте"],
    [
        "delayed",
        "Pay by a delayed method (the money arrives later)",
        "Pagar con un método diferido (el dinero llega más tarde)",
        "Plătește printr-o metodă cu decontare ulterioară (banii sosesc mai târziu)",
        "Оплатить отложенным способом (деньги придут позже)",
    ],
    [
        "hint",
        "Test card: 4242 4242 4242 4242, any future date, any code.",
        "Tarjeta de prueba: 4242 4242 4242 4242, cualquier fecha futura y cualquier código.",
        "Card de test: 4242 4242 4242 4242, orice dată viitoare, orice cod.",
        "Тестовая карта: 4242 4242 4242 4242, любая будущая дата, любой код.",
    ],
    ["cancel", "Cancel and go back", "Cancelar y volver", "Anulează și revino", "Отменить и вернуться"],
    [
        "expire",
        "Let this checkout expire",
        "Dejar que este pago caduque",
        "Lasă această plată să expire",
        "Завершить срок этой оплаты",
    ],
    [
        "expired",
        "This checkout has expired",
        "Este pago ha caducado",
        "Această plată a expirat",
        "Срок этой оплаты истёк",
    ],
    [
        "expired_why",
        "Nothing was charged. Please go back to the shop and start again.",
        "No se ha cobrado nada. Vuelve a la tienda y empieza de nuevo.",
        "Nu s-a încasat nimic. Revino la magazin și începe din nou.",
        "С вас ничего не списано. Вернитесь в магазин и начните заново.",
    ],
    [
        "unknown",
        "We cannot find this checkout",
        "No encontramos este pago",
        "Nu găsim această plată",
        "Такая оплата не найдена",
    ],
    [
        "unknown_why",
        "The link may be incomplete.",
        "Puede que el enlace esté incompleto.",
        "Linkul poate fi incomplet.",
        "Возможно, ссылка неполная.",
    ],
    ["confirm", "Confirm the payment", "Confirma el pago", "Confirmă plata", "Подтвердите оплату"],
    [
        "confirm_why",
        "Your bank asks whether it is really you. Nothing is charged until you confirm.",
        "Tu banco pregunta si eres tú. No se cobra nada hasta que confirmes.",
        "Banca ta întreabă dacă ești chiar tu. Nu se încasează nimic până nu confirmi.",
        "Ваш банк спрашивает, вы ли это. Ничего не спишется, пока вы не подтвердите.",
    ],
    ["confirm_yes", "It is me, pay", "Soy yo, pagar", "Sunt eu, plătește", "Это я, оплатить"],
    ["confirm_no", "It is not me", "No soy yo", "Nu sunt eu", "Это не я"],
    [
        "card_declined",
        "Your card was declined.",
        "Tu tarjeta ha sido rechazada.",
        "Cardul tău a fost refuzat.",
        "Ваша карта отклонена.",
    ],
    [
        "insufficient_funds",
        "Your card has insufficient funds.",
        "Tu tarjeta no tiene fondos suficientes.",
        "Cardul tău nu are fonduri suficiente.",
        "На карте недостаточно средств.",
    ],
    [
        "expired_card",
        "Your card has expired.",
        "Tu tarjeta ha caducado.",
        "Cardul tău a expirat.",
        "Срок действия карты истёк.",
    ],
    [
        "incorrect_cvc",
        "Your card's security code is incorrect.",
        "El código de seguridad de tu tarjeta es incorrecto.",
        "Codul de securitate al cardului este incorect.",
        "Неверный код безопасности карты.",
    ],
    [
        "processing_error",
        "An error occurred while processing your card. Try again in a little bit.",
        "Se ha producido un error al procesar tu tarjeta. Inténtalo de nuevo en un momento.",
        "A apărut o eroare la procesarea cardului. Încearcă din nou peste puțin timp.",
        "При обработке карты произошла ошибка. Попробуйте ещё раз чуть позже.",
    ],
    [
        "incorrect_number",
        "Your card number is incorrect.",
        "El número de tu tarjeta es incorrecto.",
        "Numărul cardului este incorect.",
        "Неверный номер карты.",
    ],
    [
        "payment_intent_authentication_failure",
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
        "No hemos podido autenticar tu método de pago. Elige otro método e inténtalo de nuevo.",
        "Nu am putut autentifica metoda ta de plată. Alege altă metodă și încearcă din nou.",
        "Не удалось подтвердить способ оплаты. Выберите другой способ и попробуйте ещё раз.",
    ],
    [
        "incomplete_expiry",
        "Your card's expiration date is incomplete.",
        "La fecha de caducidad de tu tarjeta está incompleta.",
        "Data de expirare a cardului este incompletă.",
        "Срок действия карты указан не полностью.",
    ],
    [
        "invalid_expiry",
        "Your card's expiration date is in the past.",
        "La fecha de caducidad de tu tarjeta ya ha pasado.",
        "Data de expirare a cardului este în trecut.",
        "Срок действия карты уже прошёл.",
    ],
    [
        "incomplete_cvc",
        "Your card's security code is incomplete.",
        "El código de seguridad de tu tarjeta está incompleto.",
        "Codul de securitate al cardului este incomplet.",
        "Код безопасности карты указан не полностью.",
    ],
];

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn everything_is_said_once_in_every_language() {
        for (place, row) in TABLE.iter().enumerate() {
            assert!(row.iter().all(|text| !text.is_empty()), "{}", row[0]);
            assert!(TABLE[place + 1..].iter().all(|other| other[0] != row[0]), "{} twice", row[0]);
        }
    }
}
