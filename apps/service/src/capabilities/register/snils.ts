import type { Deps } from '../../shell/context.ts';
import { currentKey, findKey, markKey } from './secrets/keys.ts';
import { hide, keyOf, mark, reveal } from './secrets/secret.ts';

type Keeping = Pick<Deps, 'keysDir'>;

/** A СНИЛС as it is stored: unreadable, and comparable (X6). */
export async function hideSnils(keeping: Keeping, personId: string, digits: string) {
	const [key, marks] = await Promise.all([currentKey(keeping), markKey(keeping)]);
	return { snils: hide(key, personId, digits), snilsMark: mark(marks, digits) };
}

/** Eleven digits; null where there are none or their key is gone, and then they have to be entered again. */
export async function revealSnils(
	keeping: Keeping,
	personId: string,
	hidden: string | null
): Promise<string | null> {
	const key = hidden && (await findKey(keeping, keyOf(hidden)));
	return hidden && key ? reveal(key, personId, hidden) : null;
}
