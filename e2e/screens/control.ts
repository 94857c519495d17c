import type { Page } from '@playwright/test';

/** What stands at a place of the page; null where the platform asks for nothing. */
export type Control =
	| { kind: 'text' | 'check' | 'group' }
	| { kind: 'radios' }
	| { kind: 'select'; options: { value: string; label: string }[] };

/** The control at a place of the page; what stands folded around it is unfolded. */
export async function controlAt(page: Page, place: string): Promise<Control | null> {
	return page.evaluate((id): Control | null => {
		const there = document.getElementById(id);
		for (let fold = there?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
			fold.open = true;
		if (there instanceof HTMLSelectElement) {
			const options = [...there.options].map(({ value, label }) => ({ value, label: label.trim() }));
			return { kind: 'select', options: options.filter(({ value }) => value !== '') };
		}
		if (there instanceof HTMLInputElement && there.type === 'checkbox') return { kind: 'check' };
		if (there instanceof HTMLInputElement || there instanceof HTMLTextAreaElement) return { kind: 'text' };
		if (there?.querySelector(`input[type="radio"][name="${id}"]`)) return { kind: 'radios' };
		return there ? { kind: 'group' } : null;
	}, place);
}
