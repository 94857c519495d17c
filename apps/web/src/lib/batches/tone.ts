import type { BatchSummary } from '@stazhirovka/contract/certificate-batches';

const TONES = { prepared: 'need', returned: 'late', printing: 'waiting', done: 'done' } as const;

export function toneOf(state: BatchSummary['state']): (typeof TONES)[BatchSummary['state']] {
	return TONES[state];
}
