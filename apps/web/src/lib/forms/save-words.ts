import { m } from '#lib/paraglide/messages.js';
import type { SaveStatus } from './autosave.svelte.ts';

/** «Сохранено в 14:02», «Сохраняем…», «Нет связи, сохраним позже». */
export function saveWords(status: SaveStatus, time: string | null, hasNonsense: boolean): string {
	switch (status) {
		case 'calm':
			return m.forms_save_calm();
		case 'waiting':
		case 'saving':
			return m.forms_save_saving();
		case 'saved':
			if (hasNonsense) return m.forms_save_faulty();
			return time ? m.forms_save_saved({ time }) : m.forms_save_saved_before();
		case 'unreachable':
			return m.forms_save_unreachable();
		case 'changed':
			return m.forms_save_changed();
		case 'refused':
			return m.forms_save_refused();
	}
}
