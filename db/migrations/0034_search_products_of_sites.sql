ALTER TABLE "site_products" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('russian', translate(title || ' ' || theme, 'ёЁ', 'еЕ'))) STORED;--> statement-breakpoint
CREATE INDEX "site_products_words" ON "site_products" USING gin ("words");--> statement-breakpoint
CREATE INDEX "site_products_published" ON "site_products" USING btree ("published_on");