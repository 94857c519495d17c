import type { PathStep } from '@stazhirovka/contract/cohorts';
import type { SentTask } from '@stazhirovka/contract/tasks';

/** Where the tutor reads what an intern did in a step; drafts of tasks are nobody else's, so only what was sent is a link. */
export function filePlaces(base: string, sent: SentTask[]) {
	return ({ key, place }: PathStep): string | undefined => {
		const [, card] = /^form\.(.+)$/.exec(key) ?? [];
		if (card) return `${base}/forms/${card}`;
		if (key === 'deficit_card') return `${base}/deficit-card`;
		if (key === 'learning_route') return `${base}/learning-route`;
		if (key === 'diagnosis') return `${base}/diagnosis`;

		const submission = sent.find(({ task }) => place === `tasks/${task}`);
		return submission && `/tutor/submissions/${submission.id}`;
	};
}
