// Whether something that is planned is running now.

export interface Scheduled {
	startsAt: string | null;
	endsAt: string | null;
	enabled: boolean;
}

export type ScheduleState = "running" | "planned" | "over" | "off";

export function scheduleState({ startsAt, endsAt, enabled }: Scheduled, now = Date.now()) {
	const state = (): ScheduleState => {
		if (!enabled) return "off";
		if (startsAt && Date.parse(startsAt) > now) return "planned";
		return endsAt && Date.parse(endsAt) <= now ? "over" : "running";
	};
	return state();
}

export const scheduleTone = {
	running: "success",
	planned: "accent",
	over: "plain",
	off: "plain",
} as const;
