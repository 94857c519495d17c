type Walked = { title: string; minutes: number; steps: { minutes: number | null; done: boolean }[] };
export type Mastered = { title: string; minutes: number; of: number };

/** Minutes of each module that were mastered: all of a finished module, of another the minutes of the steps done (R158). */
export function mastered(modules: Walked[]): Mastered[] {
	return modules.map(({ title, minutes: of, steps }) => {
		const whole = steps.length > 0 && steps.every(({ done }) => done);
		const done = steps.reduce((sum, step) => sum + (step.done ? (step.minutes ?? 0) : 0), 0);
		return { title, minutes: whole ? of : Math.min(done, of), of };
	});
}
