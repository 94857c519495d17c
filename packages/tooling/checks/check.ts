export type Outcome = {
	passed: number;
	failed: number;
	/** What to show when something failed. */
	output: string;
};

export type Check = {
	name: string;
	/** Names of the checks that must have ended before, whatever their outcome. */
	after?: string[];
	run(): Promise<Outcome>;
};
