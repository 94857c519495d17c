import {
	EncryptedPDFError,
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFRawStream,
	PDFRef,
	PDFStream,
	type PDFContext,
	type PDFObject
} from '@cantoo/pdf-lib';
import { withoutSegments } from './jpeg.ts';
import { Uncleanable } from './refusal.ts';

/** What tells of a person or a computer wherever it stands; files inside a PDF have authors of their own. */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'EmbeddedFiles', 'AF', 'JavaScript', 'XFA'].map(
	named
);
/** Of a remark: who made it. Of a field, `T` is its name, which it needs. */
const OF_REMARK = ['T', 'RC'].map(named);
/** Of a signature: who signed, from where. */
const OF_SIGNATURE = ['Name', 'Location', 'ContactInfo', 'Reason', 'Cert', 'Contents'].map(named);

/** Written anew from what the document reaches: no Info, no XMP, no authors of remarks, nothing left of older versions. */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
	const document = await load(bytes);
	const { context } = document;
	const { trailerInfo } = context;
	if (trailerInfo.Info instanceof PDFRef) context.delete(trailerInfo.Info);
	delete trailerInfo.Info;
	delete trailerInfo.ID;

	const { Root: root } = trailerInfo;
	if (!root) throw new Uncleanable('broken');
	const reached = cleanFrom(context, root);
	for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
	return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
	try {
		return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
	} catch (error) {
		throw new Uncleanable(error instanceof EncryptedPDFError ? 'locked' : 'broken');
	}
}

/** Goes through everything that hangs on this object, without recursion: a PDF may be as deep as it likes. */
function cleanFrom(context: PDFContext, root: PDFObject): Set<PDFObject> {
	const reached = new Set<PDFObject>();
	const ahead: PDFObject[] = [root];
	for (let next = ahead.pop(); next; next = ahead.pop()) {
		if (reached.has(next)) continue;
		reached.add(next);
		if (next instanceof PDFRef) ahead.push(...known(context.lookup(next)));
		else if (next instanceof PDFArray) ahead.push(...next.asArray());
		else if (next instanceof PDFDict) ahead.push(...cleanDict(next));
		else if (next instanceof PDFStream) {
			ahead.push(next.dict);
			if (isPhotograph(next)) Object.assign(next, { contents: withoutSegments(next.getContents()) });
		}
	}
	return reached;
}

function cleanDict(dict: PDFDict): PDFObject[] {
	for (const key of TELLING) dict.delete(key);
	const isRemark = dict.has(named('Subtype')) && dict.has(named('Rect')) && !dict.has(named('FT'));
	if (isRemark) for (const key of OF_REMARK) dict.delete(key);
	if (dict.has(named('ByteRange'))) for (const key of OF_SIGNATURE) dict.delete(key);
	return dict.values();
}

function isPhotograph(stream: PDFStream): stream is PDFRawStream {
	return stream instanceof PDFRawStream && stream.dict.get(named('Filter')) === named('DCTDecode');
}

function known(object: PDFObject | undefined): PDFObject[] {
	return object ? [object] : [];
}

function named(name: string): PDFName {
	return PDFName.of(name);
}
