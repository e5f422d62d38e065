import { named } from "./wording.ts";
import type { Fields, Mailed, Wording } from "./wording.ts";

const englishFields: Fields = {
	address: "address",
	note: "note",
	items: "goods",
	shippingMethod: "shipping",
	adjustment: "price",
	points: "points",
	total: "total",
};

export const english: Record<Mailed, Wording> = {
	welcome: ({ username }, shop) => ({
		subject: `Welcome to ${shop}`,
		lines: [`Hello ${username},`, `your account at ${shop} is ready. Have a good look around.`],
	}),
	"password-reset": (_, shop) => ({
		subject: `A new password for ${shop}`,
		lines: [
			"Somebody, hopefully you, has forgotten the password of your account.",
			"If it was not you, do nothing: your password stays as it is.",
			"This link lets you choose a new one. It works once, for 15 minutes:",
		],
	}),
	"password-changed": (_, shop) => ({
		subject: `Your password at ${shop} was changed`,
		lines: [
			"The password of your account was changed, and every device was logged out.",
			"If it was not you, ask for a new password at once: somebody may read your mails.",
		],
	}),
	"email-code": (_, shop) => ({
		subject: `Please confirm your e-mail address for ${shop}`,
		lines: [
			"This link confirms that the address is yours. It works once, for 15 minutes.",
			"If you have no account with us, do nothing.",
		],
	}),
	"email-changed": ({ email }, shop) => ({
		subject: `Your e-mail address at ${shop} was changed`,
		lines: [
			`Your account has the address ${email} from now on; we do not write to this one any more.`,
			"If it was not you, answer us at once.",
		],
	}),
	"order-placed": ({ number, total }) => ({
		subject: `We have your order ${number}`,
		lines: ["Thank you for your order.", `Order ${number}, ${total}.`],
	}),
	"payment-requested": ({ number, total, until }, shop) => ({
		subject: `Please pay your order ${number}`,
		lines: [
			`Thank you for ordering at ${shop}. Order ${number}, ${total}.`,
			`You can pay it here until ${until}, without logging in:`,
		],
	}),
	"order-paid": ({ number, total }) => ({
		subject: `Order ${number} is paid`,
		lines: [`We have received ${total} for order ${number}.`, "We are getting it ready now."],
	}),
	"order-shipped": ({ number, carrier, trackingNumber }) => ({
		subject: `Order ${number} is on its way`,
		lines: [
			`A parcel of order ${number} was handed to ${carrier}.`,
			`Tracking number: ${trackingNumber}`,
		],
	}),
	"order-cancelled": ({ number, reason, total }) => ({
		subject: `Order ${number} is cancelled`,
		lines: [
			`Order ${number} was cancelled.`,
			...(reason ? [`Reason: ${reason}`] : []),
			...(total ? [`We pay ${total} back to you.`] : []),
		],
	}),
	"order-changed": ({ number, fields = "", before, total }) => ({
		subject: `Order ${number} was changed`,
		lines: [
			`We have changed your order ${number}: ${named(fields, englishFields).join(", ")}.`,
			...(total ? [`It cost ${before} before and costs ${total} now.`] : []),
			"You find it as it is now here:",
		],
	}),
	"order-lines-cancelled": ({ number, pieces, reason, total, isUnpaid }) => ({
		subject: `Something was taken out of order ${number}`,
		lines: [
			`We had to take this out of your order ${number}: ${pieces}.`,
			...(reason ? [`Reason: ${reason}`] : []),
			...(total && isUnpaid === "true" ? [`You pay ${total} less.`] : []),
			...(total && isUnpaid !== "true" ? [`We pay ${total} back to you.`] : []),
		],
	}),
	"order-refunded": ({ number, total }) => ({
		subject: `Money back for order ${number}`,
		lines: [`We have paid back ${total} for order ${number}.`],
	}),
	"return-requested": ({ returnNumber, number }) => ({
		subject: `We have your request to return goods of order ${number}`,
		lines: [`Your return has the number ${returnNumber}.`, "We look at it and write to you."],
	}),
	"return-withdrawn": ({ returnNumber, number }) => ({
		subject: `Return ${returnNumber} is withdrawn`,
		lines: [
			`You have taken your return ${returnNumber} of order ${number} back and keep the goods.`,
			"You can ask again while the time lasts.",
		],
	}),
	"return-approved": ({ returnNumber, note }) => ({
		subject: `Return ${returnNumber} is approved`,
		lines: [
			`Please send the goods to us and write the number ${returnNumber} on the parcel.`,
			...(note ? [note] : []),
		],
	}),
	"return-rejected": ({ returnNumber, reason }) => ({
		subject: `Return ${returnNumber} is not possible`,
		lines: [`We can't take the goods of return ${returnNumber} back.`, `Reason: ${reason}`],
	}),
	"return-received": ({ returnNumber }) => ({
		subject: `We have received return ${returnNumber}`,
		lines: ["The goods have arrived. We pay you back next."],
	}),
	"return-refunded": ({ returnNumber, number, total }) => ({
		subject: `Return ${returnNumber} is done`,
		lines: [
			total
				? `We have paid back ${total} for goods of order ${number}.`
				: `The goods of order ${number} are with us; there was nothing to pay back.`,
		],
	}),
};
