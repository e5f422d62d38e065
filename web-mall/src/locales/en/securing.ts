export const securing = {
	reset: {
		forgot: "Forgot the password?",
		forgotText: "Tell us your e-mail address, and we mail you a link to a new password.",
		send: "Mail me the link",
		sent: "If there is an account with this address, the link is on its way. It works once, for 15 minutes.",
		notThere: "Nothing there? Look among the unwanted mails, or ask again in a minute.",
		text: "Choose a new password. All devices are logged out then.",
		submit: "Save the new password",
		done: "Your new password counts from now on.",
		noLink: "This page needs the link of our mail",
		noLinkText: "Open it once more from the mail, or ask for a new one.",
		again: "Ask for a new link",
	},
	mailbox: {
		title: "E-mail address",
		confirmed: "Confirmed",
		unconfirmed: "Not confirmed yet",
		confirm: "Mail me a link to confirm it",
		mailed: "A mail is on its way to {email}. Its link works once, for 15 minutes.",
		change: "Change the e-mail address",
		next: "New e-mail address",
		nextHint: "We mail a link there. The new address counts once you follow it.",
		waiting: "Confirming your e-mail address …",
		done: "Thank you, {email} is confirmed.",
	},
	outside: {
		or: "or",
		by: "Go on with {provider}",
		waiting: "Logging you in …",
		toLogin: "Log in with your password",
		title: "Ways to log in",
		text: "Besides your password, these accounts open yours.",
		none: "No other account is linked with yours.",
		linked: "Since {when}",
		link: "Link {provider}",
		unlink: "Unlink",
		unlinked: "{provider} no longer opens your account.",
		setPassword: "Set a password",
		setPasswordText:
			"You log in by another account so far. With a password you can do without it.",
		problems: {
			LOGIN_EXPIRED: "This login took too long or was used already. Please begin again.",
			PROVIDER_DOWN:
				"{provider} does not answer as it should right now. Log in with your password, or try again later.",
			PROVIDER_REFUSED:
				"{provider} did not let you in, or you stopped there. Nothing has changed.",
			EMAIL_UNVERIFIED_THERE:
				"{provider} has not confirmed your e-mail address. Confirm it there, or register here with a password.",
			EMAIL_UNVERIFIED_HERE:
				"Your account here has not confirmed its e-mail address yet. Log in with your password, confirm the address under Security, then link {provider}.",
			NO_ACCOUNT: "There is no account of ours for you at {provider} yet.",
			LOGIN_TAKEN:
				"This account at {provider} opens somebody else's account here. Unlink it there first.",
			ACCOUNT_CLOSED: "Your account is closed. Write to us, and we look into it.",
		},
	},
};
