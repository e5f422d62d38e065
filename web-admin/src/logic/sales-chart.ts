// What the chart library is told: one line that matters, the period before as a quiet second.
import type { SalesPoint } from "#contracts/analytics";

export interface ChartLine {
	name: string;
	amounts: number[];
	isBefore: boolean;
}

export const lineOf = (
	name: string,
	points: readonly SalesPoint[],
	isBefore: boolean,
): ChartLine => ({ name, amounts: points.map(({ revenue }) => revenue), isBefore });

interface Wanted {
	days: string[];
	lines: ChartLine[];
	colours: Record<"accent" | "text" | "muted" | "line" | "control" | "float", string>;
	money: (amount: number) => string;
	short: (amount: number) => string;
}

export function optionOf({ days, lines, colours, money, short }: Wanted) {
	return {
		animationDuration: 250,
		grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
		tooltip: {
			trigger: "axis" as const,
			backgroundColor: colours.float,
			borderColor: colours.line,
			padding: [8, 12],
			textStyle: { color: colours.text, fontSize: 13, fontFamily: "inherit" },
			axisPointer: { lineStyle: { color: colours.control, type: "dashed" as const } },
			valueFormatter: (value: unknown) => (typeof value === "number" ? money(value) : "–"),
		},
		xAxis: {
			type: "category" as const,
			data: days,
			boundaryGap: false,
			axisLine: { lineStyle: { color: colours.line } },
			axisTick: { show: false },
			axisLabel: { color: colours.muted, fontSize: 12, margin: 12, hideOverlap: true },
		},
		yAxis: {
			type: "value" as const,
			splitNumber: 4,
			axisLabel: { color: colours.muted, fontSize: 12, formatter: short },
			splitLine: { lineStyle: { color: colours.line } },
		},
		series: lines.map((line) => seriesOf(line, colours)),
	};
}

const seriesOf = ({ name, amounts, isBefore }: ChartLine, colours: Wanted["colours"]) => ({
	type: "line" as const,
	name,
	data: amounts,
	symbol: "circle",
	symbolSize: 6,
	showSymbol: amounts.length === 1,
	z: isBefore ? 1 : 2,
	color: isBefore ? colours.control : colours.accent,
	lineStyle: {
		width: isBefore ? 1.5 : 2.25,
		type: isBefore ? ("dashed" as const) : ("solid" as const),
	},
	...(isBefore ? {} : { areaStyle: { opacity: 0.08 } }),
});
