import type { OutlinedPaper } from './outline.ts';

/** A day as documents print it: `26 февраля 2027 г.` and `26.02.2027`. */
export type PrintedDay = { long: string; short: string };

/** Everything a completion document says, already in the words that are printed. */
export type PrintedCompletion = {
	/** Title of the file, read aloud by screen readers and shown in the window's bar. */
	title: string;
	number: string;
	/** «прошла», «прошёл»; `null` chooses the wording that does without. */
	passed: string | null;
	holder: string;
	/** «выдан … в том, что она»: the wording with the name in the dative; null where the name is not declined. */
	given: { to: string; who: string } | null;
	programme: string;
	site: string;
	organisation: string;
	issuer: string;
	city: string | null;
	from: PrintedDay;
	to: PrintedDay;
	hours: string;
	/** «двенадцать» */
	hoursInWords: string;
	/** «академических часов» */
	academicHours: string;
	/** «часов» */
	plainHours: string;
	signer: { position: string; name: string };
	/** What it says, signed: attached as a file for machines. */
	seal: string;
	/** The document of which it is the duplicate. */
	duplicateOf: { number: string; on: PrintedDay } | null;
	/** The minutes and the order behind it; null where there are none. */
	grounds: string | null;
	issuedOn: PrintedDay;
	/** Address of the public check page, printed beside its QR code. */
	address: string;
	/** The code as SVG; see `qrCode`. */
	qr: string;
};

/** Which data each template asks for; a template is `templates/<name>.typ`. */
export type Templates = {
	certificate: PrintedCompletion;
	'udostoverenie-pk': PrintedCompletion;
	paper: OutlinedPaper;
};
