import { m } from '#lib/paraglide/messages.js';
import type { Upload } from './uploads.svelte.ts';

/** How far a file is, and why it stands still when it does. */
export function progressText({ state, percent }: Pick<Upload, 'state' | 'percent'>): string {
	if (state === 'waiting') return m.forms_file_waiting({ percent });
	return state === 'paused' ? m.forms_file_paused({ percent }) : m.forms_file_sending({ percent });
}
