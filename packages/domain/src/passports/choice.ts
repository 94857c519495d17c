/** What a site shows of itself to everybody. */
export type PassportChoice = {
	/** A few words about the site. */
	about: string;
	/** Appointments, documents and agreements by their ids. */
	staff: string[];
	documents: string[];
	agreements: string[];
	/** The plan that is in force: its rows that are open to everybody. */
	plan: boolean;
};

/** A site that has decided nothing shows only what the register must say of it. */
export const NO_CHOICE: PassportChoice = { about: '', staff: [], documents: [], agreements: [], plan: false };

/** What there is to choose from: of people only those whose consent stands. */
export type Available = Pick<PassportChoice, 'staff' | 'documents' | 'agreements'>;

const FAULTS = {
	staff: 'passport.staff_unknown',
	documents: 'passport.document_unknown',
	agreements: 'passport.agreement_unknown'
} as const;
const PARTS = ['staff', 'documents', 'agreements'] as const;

/** What cannot be shown: people who have not consented, and what is not the site's or is not for everybody. */
export function choiceFaults(choice: PassportChoice, available: Available) {
	return PARTS.filter((part) => choice[part].some((id) => !available[part].includes(id))).map((part) => ({
		field: part,
		code: FAULTS[part]
	}));
}

/** What is shown of a published choice now: what is gone or was withdrawn since is left out. */
export function shownOf(choice: PassportChoice, available: Available): PassportChoice {
	const still = (part: keyof Available) => choice[part].filter((id) => available[part].includes(id));
	return {
		...choice,
		staff: still('staff'),
		documents: still('documents'),
		agreements: still('agreements')
	};
}
