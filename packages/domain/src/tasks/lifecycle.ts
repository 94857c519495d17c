import { isReason, LEAST_REASON } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { TaskState } from './open-tasks.ts';
import type { SubmissionState } from './states.ts';

export type TaskFacts = {
	state: TaskState;
	/** Every point of the self-check is marked (R101). */
	selfCheckComplete: boolean;
	/** Every question of the self-analysis is answered at its length (R102). */
	selfAnalysisComplete: boolean;
	tryoutRequired: boolean;
	tryoutMarked: boolean;
};

export type TaskAction = { type: 'send' } | { type: 'accept' } | { type: 'return'; remark: string };

export type TaskRefusal = {
	code: `task.${'locked' | 'not_now' | 'self_check_missing' | 'self_analysis_missing' | 'tryout_missing' | 'remark_missing'}`;
	details?: { least: number };
};

/** The whole lifecycle of a submission. An absent cell is a refused action. A deadline marks, it never closes. */
const NEXT: Record<TaskState, Partial<Record<TaskAction['type'], SubmissionState>>> = {
	locked: {},
	open: { send: 'sent' },
	sent: { accept: 'accepted', return: 'returned' },
	returned: { send: 'sent' },
	accepted: {}
};

/** Moves a task: sent, accepted, or returned with a remark and sent again (R101–R103, R106). */
export function decideTask(task: TaskFacts, action: TaskAction): Result<SubmissionState, TaskRefusal> {
	const next = NEXT[task.state][action.type];

	if (!next) return refuse({ code: task.state === 'locked' ? 'task.locked' : 'task.not_now' });

	if (action.type === 'send' && !task.selfCheckComplete) return refuse({ code: 'task.self_check_missing' });
	if (action.type === 'send' && !task.selfAnalysisComplete)
		return refuse({ code: 'task.self_analysis_missing' });
	if (action.type === 'accept' && task.tryoutRequired && !task.tryoutMarked) {
		return refuse({ code: 'task.tryout_missing' });
	}
	if (action.type === 'return' && !isReason(action.remark)) {
		return refuse({ code: 'task.remark_missing', details: { least: LEAST_REASON } });
	}

	return ok(next);
}
