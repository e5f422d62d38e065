export const own = {
	avatar: {
		title: "Your picture",
		choose: "Choose a picture",
		other: "Another picture",
		drop: "Remove the picture",
		tooBig: "{name} is larger than 10 MB.",
		gone: "The picture is deleted.",
	},
	mailbox: {
		confirmed: "Confirmed",
		unconfirmed: "Not confirmed yet",
		confirm: "Mail me a link to confirm it",
		mailed: "A mail is on its way to {email}. Its link works once, for 15 minutes, and opens a page of the shop: no login is needed there. Then come back here.",
		change: "Change the e-mail address",
		send: "Mail me the link",
		next: "New e-mail address",
		nextHint: "We mail a link there. The new address counts once you follow it.",
	},
	own: {
		title: "Your data",
		copyText:
			"Everything that is kept about you, of your work here and as a customer, as readable files in a ZIP.",
		download: "Download my data",
		copying: "The copy is being made …",
		endText: "You may end your account: what is kept about you is erased.",
		end: "End my account",
		sure: "End your account for good?",
		sureText:
			"You are logged out everywhere at once, in the shop, too, and nobody can bring the account back.",
		goes: "What goes",
		goesText:
			"Your name, e-mail, addresses, picture, roles and logins. API keys that you have made stop working. As a customer: cart, points, coupons and your name in old orders.",
		stays: "What stays",
		staysText:
			"Orders and invoices without your name, and what the audit log says that you have done, by a number only.",
		erase: "Erase everything",
		erased: "Your account is erased. Goodbye, and thank you.",
	},
};
