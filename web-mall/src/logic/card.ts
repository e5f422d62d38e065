/** Whether this can be a card number at all; the payment service knows better. */
export const isCardNumber = (text: string) => /^[0-9 ]{12,23}$/.test(text.trim());
