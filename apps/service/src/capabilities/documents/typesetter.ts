import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import { readFonts } from './fonts.ts';

/** Only what is mapped here exists for a template: the folder is on no disk, so there is no file to read. */
const NOWHERE = '/templates-in-memory';
const FOLDER = new URL('./templates/', import.meta.url);

/** One tagged standard can be named at a time; PDF/UA-1 is the one that screen readers need. */
const STANDARD = 'ua-1';
/** Results of older compilations are forgotten after this many renders. */
const KEPT_RENDERS = 5;

export type Typeset = (template: string, json: string) => Uint8Array;

/** A compiler with our fonts and templates; reads each file once. Throws with Typst's own words. */
export function createTypesetter(): Typeset {
	const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: readFonts() }] });
	for (const name of readdirSync(FOLDER)) {
		compiler.mapShadow(`${NOWHERE}/${name}`, inspected(name, readFileSync(new URL(name, FOLDER))));
	}

	return function typeset(template, json) {
		const result = compiler.compile({
			mainFilePath: `${NOWHERE}/${template}.typ`,
			inputs: { data: json },
			resetRead: true
		});
		const faults = result.takeDiagnostics();
		if (!result.result) throw new Error(JSON.stringify(faults && compiler.fetchDiagnostics(faults)));

		const pdf = print(compiler, result.result);
		compiler.evictCache(KEPT_RENDERS);
		return pdf;
	};
}

function print(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
	return new Uint8Array(compiler.pdf(document, { pdfStandard: STANDARD }));
}

/** Typst would fetch `@preview/…` from the network: nothing leaves the host, so no template may name a package. */
function inspected(name: string, source: Buffer): Buffer {
	if (/"@[\w-]+\//.test(source.toString('utf8'))) throw new Error(`${name} imports a package`);
	return source;
}
