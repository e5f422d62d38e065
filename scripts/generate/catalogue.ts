// The catalogue of services, events and errors, as a page of the docs.
import type { AnyContract } from "#contracts/index";
import type { ErrorSpec } from "#contracts/schema";

export function catalogueDoc(contracts: readonly AnyContract[]): string {
	return [
		"# Services, events and errors",
		"",
		"Made from the contracts by `npm run generate`.",
		"",
		...contracts.flatMap(section),
		"## Events",
		"",
		"| event | told by | heard by |",
		"| --- | --- | --- |",
		...events(contracts),
		"",
		"## Errors",
		"",
		"| code | status | sentence |",
		"| --- | --- | --- |",
		...errors(contracts).map(
			({ code, status, message }) => `| \`${code}\` | ${status} | ${message} |`,
		),
		"",
	].join("\n");
}

function section({ $ }: AnyContract): string[] {
	return [
		`## ${$.service}`,
		"",
		"| action | route | needs | what it does |",
		"| --- | --- | --- | --- |",
		...Object.entries($.actions).map(
			([verb, { rest, access, summary }]) =>
				`| \`${verb}\` | ${rest ? `\`${rest}\`` : ""} | ${access} | ${summary} |`,
		),
		"",
	];
}

function events(contracts: readonly AnyContract[]): string[] {
	const told = new Map<string, Set<string>>();
	const heard = new Map<string, Set<string>>();
	const note = (map: Map<string, Set<string>>, event: string, service: string) =>
		map.set(event, (map.get(event) ?? new Set()).add(service));
	for (const { $ } of contracts) {
		for (const { emits = [] } of Object.values($.actions)) {
			for (const { name } of emits) note(told, name, $.service);
		}
		for (const { name } of Object.values($.listens)) note(heard, name, $.service);
	}
	const names = [...new Set([...told.keys(), ...heard.keys()])].toSorted();
	return names.map(
		(name) =>
			`| \`${name}\` | ${[...(told.get(name) ?? [])].join(", ")} | ${[...(heard.get(name) ?? [])].join(", ")} |`,
	);
}

export function errors(contracts: readonly AnyContract[]): ErrorSpec[] {
	const all = contracts.flatMap(({ $ }) =>
		Object.values($.actions).flatMap(({ errors: own = [] }) => [...own]),
	);
	return [...new Map(all.map((error) => [error.code, error])).values()].toSorted((a, b) =>
		a.code.localeCompare(b.code),
	);
}
