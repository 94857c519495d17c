import type { TaskFacts } from '@stazhirovka/domain/tasks';

/**
 * What is true of every sheet that was handed in: its form asks for the self-check, the self-analysis and, where the
 * task needs one, the try-out (R101–R103), and nothing incomplete is taken.
 */
export const WHOLE: Omit<TaskFacts, 'state' | 'tryoutRequired'> = {
	selfCheckComplete: true,
	selfAnalysisComplete: true,
	tryoutMarked: true
};
