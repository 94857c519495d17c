import { m } from '#lib/paraglide/messages.js';

/** Parts of a summary by their places in the request. */
export function experienceLabels() {
	return {
		title: m.experience_name(),
		theme: m.experience_theme(),
		authors: m.experience_authors(),
		done: m.experience_done(),
		changed: m.experience_changed(),
		links: m.experience_links(),
		deficits: m.experience_deficits(),
		checked: m.experience_checked()
	};
}
