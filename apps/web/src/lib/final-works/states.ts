import type { ForumWork } from '@stazhirovka/contract/final-works';
import type { Tone } from '@stazhirovka/ui';

export type WorkState = ForumWork['state'];

export const TONES: Record<WorkState, Tone> = {
	published: 'open',
	in_review: 'waiting',
	passed: 'done',
	revision: 'need',
	revised: 'waiting',
	failed: 'late'
};
