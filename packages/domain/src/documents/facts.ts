import type { PersonName } from '../certificates/names.ts';

/** Somebody whom a document names. An oblique case stands only where the person confirmed it (X14). */
export type Named = PersonName & {
	gender: 'f' | 'm' | null;
	dative?: string | null;
	accusative?: string | null;
	position?: string | null;
	organisation?: string | null;
};

/** Who signs; what is not known is a line to fill by hand. `name` is short: «Полозьев Д. И.». */
export type Signer = { position: string | null; name: string | null };

/** An organisation as documents name it. */
export type Institution = {
	title: string;
	city: string | null;
	address?: string | null;
	inn?: string | null;
	ogrn?: string | null;
	/** «№ 123 от 01.02.2020»; null when there is none or it is not known. */
	licence?: string | null;
	phone?: string | null;
	email?: string | null;
	head: Signer | null;
};

/** `hours` are academic hours. */
export type TaughtProgramme = { title: string; hours: number };

/** Days of a calendar, `YYYY-MM-DD`. */
export type Period = { from: string; to: string };

/** The number and the day that the register gave; null on a blank form. */
export type Registered = { number: string | null; day: string | null };
