export type PersonName = { surname: string; givenName: string; patronymic: string | null };

const NBSP = '\u00a0';

/** «Вереснёва Аглая Тихоновна»; the patronymic is left out when there is none. */
export function fullName({ surname, givenName, patronymic }: PersonName): string {
	return [surname, givenName, patronymic].filter(Boolean).join(' ');
}

/** «Вереснёва А. Т.» with no-break spaces: on the check page of a document (X3) and wherever room is short. */
export function shortName({ surname, givenName, patronymic }: PersonName): string {
	const initials = [givenName, patronymic].filter(Boolean).map((name) => `${[...name!][0]}.`);
	return [surname, ...initials].join(NBSP);
}
