import type { DraftCard } from '@stazhirovka/contract/authoring';
import type { Tone } from '@stazhirovka/ui';

const TONES: Record<DraftCard['state'], Tone> = {
	draft: 'open',
	returned: 'need',
	checked: 'plain',
	approved: 'plain',
	agreed: 'plain',
	published: 'done'
};

/** How the state of a programme is set off. */
export function toneOf(state: DraftCard['state']): Tone {
	return TONES[state];
}
