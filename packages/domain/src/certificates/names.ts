export type PersonName = { surname: string; givenName: string; patronymic: string | null };

const NBSP = '\u00a0';

/** «Вереснёва Аглая Тихоновна»; the patronymic is left out when there is none. */
export function fullName({ surname, givenName, patronymic }: PersonName): string {
	return [surname, givenName, patronymic].filter(Boolean).join(' ');
}

/** «Вереснёва А. Т.» with no-break spaces: on the check page of a document (X3) and wherever room is short. */
export function shortName({ surname, givenName, patronymic }: PersonName): string {
	const initials = [givenName, patronymic].flatMap((name) => (name ? [initial(name)] : []));
	return [surname, ...initials].join(NBSP);
}

/** «Анна-Мария» is «А.-М.»; a letter with a mark of its own («й») is one letter however it was typed. */
function initial(name: string): string {
	return name
		.normalize('NFC')
		.split('-')
		.map((part) => `${[...part][0] ?? ''}.`)
		.join('-');
}
