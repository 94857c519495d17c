import sharp from 'sharp';
import { Uncleanable } from './refusal.ts';

/** A photograph of the largest telephones; more is a bomb. */
const MOST_PIXELS = 120_000_000;
const QUALITY = 90;

/** Drawn anew: turned as its camera was held, without EXIF, XMP, IPTC, comments and thumbnails. */
export async function cleanPicture(bytes: Uint8Array): Promise<Uint8Array> {
	const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: true });
	try {
		const { format, pages = 1 } = await picture.metadata();
		const turned = pages > 1 ? picture : picture.rotate();
		switch (format) {
			case 'jpeg':
				return await turned.jpeg({ quality: QUALITY }).toBuffer();
			case 'png':
				return await turned.png().toBuffer();
			case 'webp':
				return await turned.webp({ quality: QUALITY }).toBuffer();
			case 'gif':
				return await turned.gif().toBuffer();
			default:
				throw new Uncleanable('holds_unknown');
		}
	} catch (error) {
		if (error instanceof Uncleanable) throw error;
		throw new Uncleanable(String(error).includes('pixel limit') ? 'too_large' : 'broken');
	}
}
