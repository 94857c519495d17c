import type { Toasts } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';

/** Copies words and says so; without https there is no clipboard, and a browser may forbid it. */
export async function copy(words: string, toasts: Pick<Toasts, 'show'>): Promise<void> {
	if (await written(words)) toasts.show(m.chat_copied());
	else toasts.show(m.chat_copy_refused(), { tone: 'late' });
}

async function written(words: string): Promise<boolean> {
	const { clipboard } = navigator as { clipboard?: Clipboard };
	if (!clipboard) return false;
	return clipboard.writeText(words).then(
		() => true,
		() => false
	);
}
