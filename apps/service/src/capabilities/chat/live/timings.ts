/** In milliseconds. Tests give shorter ones. */
export type Timings = {
	/** From one heartbeat to the next: at most 25 s by the contract (C8). */
	heartbeat: number;
	/** A peer that answered nothing for so long is gone. */
	silence: number;
	/** How often to look while notices are not heard. */
	poll: number;
};

export const LIVE_TIMINGS: Timings = { heartbeat: 15_000, silence: 40_000, poll: 1_000 };
