/**
 * A document of the kind that institutions write, A4: what stands on it, from top to bottom, and nothing about how it
 * is set. It is kept as it was issued, so a kind of block is added here, never changed.
 */
export type Paper = {
	/** Name of the file for its reader: in the window's bar, and read aloud by screen readers. */
	title: string;
	/** Who made it out: the author in the properties of the file. */
	author: string;
	orientation: 'portrait' | 'landscape';
	blocks: Block[];
};

/** Words as they are printed; a gap in them is filled by hand. */
export type Words = string | Span[];
export type Span = string | Gap;

/** A line to write on. `width` is the room for so many letters; `label` tells screen readers what goes there. */
export type Gap = { gap: number; label: string };

export type Block =
	/** «Приложение № 1 к приказу от … № …», at the right edge. */
	| { kind: 'annex'; lines: Words[] }
	/** Who issues it, centred at the top. */
	| { kind: 'organisation'; lines: Words[] }
	| { kind: 'grifs'; left: Grif | null; right: Grif | null }
	/** «ПРИКАЗ», and under it what it is about. */
	| { kind: 'title'; document: string; subject: Words | null }
	/** The day at the left edge, the place in the middle, the number at the right edge. */
	| { kind: 'place'; day: Words; place: Words | null; number: Words | null }
	| { kind: 'heading'; level: 1 | 2; text: string }
	| { kind: 'paragraph'; text: Words; align?: 'left' | 'centre' | 'right' }
	/** Small print: what a line means, what the reader should know. */
	| { kind: 'note'; text: Words }
	/** «1.», «1.1.» and so on; `from` continues an earlier list. */
	| { kind: 'numbered'; from?: number; items: Item[] }
	/** Unordered, each with a dash. */
	| { kind: 'list'; items: Words[] }
	| { kind: 'facts'; facts: Fact[] }
	/** The heads stand on every page that the table reaches. A dense one is in small print, and no page tears its rows. */
	| { kind: 'table'; columns: Column[]; rows: Words[][]; dense?: true }
	/**
	 * SVG, across the page, and a line under it; `alt` says in words what it shows. A Word file goes without both: the
	 * table of it stands there.
	 */
	| { kind: 'picture'; svg: string; alt: string; caption?: string }
	/** Boxes to tick by hand. */
	| { kind: 'choices'; options: string[] }
	/** Empty lines across the page, to write on. */
	| { kind: 'lines'; count: number }
	| { kind: 'signatures'; signatures: Signature[] }
	/** Two parties side by side: who they are, and their signatures. */
	| { kind: 'parties'; left: Party; right: Party }
	| { kind: 'newPage' };

/** The mark of approval or agreement over a document. */
export type Grif = { word: 'УТВЕРЖДАЮ' | 'СОГЛАСОВАНО'; lines: Words[]; name: Words; day: Words };

/** `heading` sets the words apart as the title of a section. */
export type Item = { text: Words; heading?: boolean; items?: Item[] };

export type Fact = { label: string; value: Words };

/** `share` is the part of the width beside the other columns; 1 unless told. */
export type Column = { title: string; share?: number; align?: 'left' | 'centre' };

/** A position, a line to sign on, a name; the day where it is asked for. */
export type Signature = { position: Words; name: Words | null; day?: Words };

export type Party = { title: string; lines: Words[]; signature: Signature };
