// Sets the chosen appearance before the first paint; without a choice the system decides.
(() => {
	const root = document.documentElement;
	const chosen = localStorage.getItem("console.appearance");
	const dark =
		chosen === "dark" ||
		(chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	root.classList.toggle("dark", dark);
	root.lang = localStorage.getItem("console.language") === "zh" ? "zh" : "en";
})();
