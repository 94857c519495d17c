/** A step of one intern: until when it was to be done, and how it stands. */
export type Walked = {
	key: string;
	state: 'done' | 'open' | 'waiting' | 'locked';
	/** Null: there is no last day. */
	dueOn: string | null;
};

export type PaceOfStep = {
	key: string;
	/** On whose path the step is. */
	asked: number;
	/** Who has come to it: it is open, waits for somebody, or is done. */
	reached: number;
	done: number;
	/** Whose last day is over; null where nobody has one. */
	expected: number | null;
	/** Of these, who has done it. */
	kept: number;
};

export type Pace = { steps: PaceOfStep[]; expected: number; kept: number };

/** How a cohort walks: how many came to each step, and what the calendar expected by today beside what is done. */
export function paceOf(keys: readonly string[], walks: readonly (readonly Walked[])[], today: string): Pace {
	const found = new Map(keys.map((key) => [key, fresh(key)]));
	for (const { key, state, dueOn } of walks.flat()) {
		const step = found.get(key);
		if (!step) continue;
		const isDone = state === 'done';
		const isDue = dueOn !== null && dueOn < today;
		step.asked += 1;
		step.reached += state === 'locked' ? 0 : 1;
		step.done += isDone ? 1 : 0;
		if (dueOn !== null) step.expected = (step.expected ?? 0) + (isDue ? 1 : 0);
		step.kept += isDue && isDone ? 1 : 0;
	}
	const steps = [...found.values()];
	return {
		steps,
		expected: steps.reduce((sum, { expected }) => sum + (expected ?? 0), 0),
		kept: steps.reduce((sum, { kept }) => sum + kept, 0)
	};
}

function fresh(key: string): PaceOfStep {
	return { key, asked: 0, reached: 0, done: 0, expected: null, kept: 0 };
}
