// What a browser calls itself, shortly: `Firefox on Windows`.

// Why this order: nearly every browser also names those it descends from.
const browsers: [RegExp, string][] = [
	[/\bEdgi?A?(?:OS)?\//, "Edge"],
	[/\b(?:OPR|Opera)\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\bMicroMessenger\//, "WeChat"],
	[/\b(?:Firefox|FxiOS)\//, "Firefox"],
	[/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
	[/\bSafari\//, "Safari"],
	[/^curl\//, "curl"],
];
const systems: [RegExp, string][] = [
	[/\bWindows\b/, "Windows"],
	[/\biPhone\b/, "iPhone"],
	[/\biPad\b/, "iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bMac OS X\b/, "macOS"],
	[/\bLinux\b/, "Linux"],
];

export function deviceOf(userAgent = ""): string {
	const names = [browsers, systems]
		.map((table) => table.find(([sign]) => sign.test(userAgent))?.[1])
		.filter((name) => name !== undefined);
	return names.join(" on ") || userAgent.split(/[/ ]/)[0]?.slice(0, 40) || "Unknown device";
}
