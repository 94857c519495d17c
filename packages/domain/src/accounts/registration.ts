import type { Refusal } from '../result.ts';

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 128;

/** Passwords that everybody tries first. */
const COMMON = new Set([
	'12345678',
	'123456789',
	'1234567890',
	'password',
	'password1',
	'qwertyuiop',
	'qwerty123',
	'11111111',
	'00000000',
	'iloveyou',
	'87654321',
	'йцукенгш',
	'йцукен123',
	'пароль123',
	'парольпароль',
	'qazwsxedc',
	'1q2w3e4r',
	'1q2w3e4r5t'
]);

/** Length in characters, not among the commonest, not the address itself. `null`: it may be used. */
export function passwordRefusal(password: string, email: string): Refusal | null {
	const length = [...password].length;
	if (length < SHORTEST_PASSWORD)
		return at('password', 'account.password_short', { limit: SHORTEST_PASSWORD });
	if (length > LONGEST_PASSWORD) return at('password', 'account.password_long', { limit: LONGEST_PASSWORD });

	const plain = password.toLowerCase();
	const own = [email, email.split('@')[0]];
	return COMMON.has(plain) || own.includes(plain) ? at('password', 'account.password_common') : null;
}

/** One «@», something on both sides, a dot in the domain; lower case. `null`: not an address. */
export function normalEmail(typed: string): string | null {
	const email = typed.normalize('NFC').trim().toLowerCase();
	return email.length <= 254 && /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@.<>()",;:\\]{2,}$/.test(email)
		? email
		: null;
}

export type Names = { surname: string; givenName: string; patronymic: string | null };

/** Letters of Cyrillic or Latin, hyphens, apostrophes, dots, brackets and single spaces, as on documents (practice: names). */
const NAME =
	/^[\p{Script=Cyrillic}\p{Script=Latin}]+(?:[-’'. ()]+[\p{Script=Cyrillic}\p{Script=Latin}]+)*[.)]?$/u;
const LONGEST_NAME = 100;

/** The patronymic is optional; «оглы» and «кызы» belong to it. `null`: the names may be printed. */
export function namesRefusal(names: Names): Refusal | null {
	for (const field of ['surname', 'givenName', 'patronymic'] as const) {
		const name = names[field];
		if (name === null || (field === 'patronymic' && name === '')) continue;
		if (name.length > LONGEST_NAME || !NAME.test(name)) return at(field, 'account.bad_name');
	}
	return null;
}

function at(field: string, code: string, details: Record<string, unknown> = {}): Refusal {
	return { code, details: { field, ...details } };
}
