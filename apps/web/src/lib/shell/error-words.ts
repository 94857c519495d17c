import { m } from '#lib/paraglide/messages.js';

type Words = { title: string; text: string; next: 'home' | 'retry' | 'again' | 'sign-in' };

/** Of a page that never came: whatever the service answers has a code. */
export const UNREACHED = 0;

/** What an error page says: what happened, why, and the next step. */
export function wordsOf(status: number): Words {
	switch (status) {
		case UNREACHED:
			return { title: m.shell_error_unreached_title(), text: m.shell_error_unreached_text(), next: 'again' };
		case 401:
			return { title: m.shell_error_401_title(), text: m.shell_error_401_text(), next: 'sign-in' };
		case 403:
			return { title: m.shell_error_403_title(), text: m.shell_error_403_text(), next: 'home' };
		case 404:
			return { title: m.shell_error_404_title(), text: m.shell_error_404_text(), next: 'home' };
		case 429:
			return { title: m.shell_error_429_title(), text: m.shell_error_429_text(), next: 'retry' };
		case 502:
		case 503:
		case 504:
			return { title: m.shell_error_503_title(), text: m.shell_error_503_text(), next: 'retry' };
		default:
			return { title: m.shell_error_500_title(), text: m.shell_error_500_text(), next: 'retry' };
	}
}
