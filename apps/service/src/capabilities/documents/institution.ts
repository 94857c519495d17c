import { shortName } from '@stazhirovka/domain/certificates';
import { shortDay, type Institution } from '@stazhirovka/domain/documents';

/** An organisation as the register has it. */
type Registered = {
	title: string;
	address: string | null;
	head: string | null;
	inn?: string | null;
	phone?: string | null;
	email?: string | null;
	dpoLicence: { number: string; date: string } | null;
};

/** The same as papers name it; what the register does not know is a line to fill. */
export function institutionOf(organisation: Registered): Institution {
	const { title, address, inn, phone, email, dpoLicence } = organisation;
	const name = headOf(organisation);
	return {
		...{ title, address, inn, phone, email },
		city: cityOf(address),
		licence: dpoLicence && `№ ${dpoLicence.number} от ${shortDay(dpoLicence.date)}`,
		head: { position: 'Руководитель', name: name || null }
	};
}

/** The head of an organisation is kept as one full name. An empty name leaves the line to be signed by hand. */
export function headOf({ head }: Pick<Registered, 'head'>): string {
	const [surname = '', givenName = '', ...rest] = head?.trim().split(/\s+/) ?? [];
	return surname && shortName({ surname, givenName, patronymic: rest.join(' ') || null });
}

/** «г. Северореченск» of a whole address; an address that does not begin with a place has none. */
export function cityOf(address: string | null): string | null {
	return /^(?:г|пос|п|пгт|с|д|ст|рп)\.\s*[^,]+/i.exec(address?.trim() ?? '')?.[0] ?? null;
}
