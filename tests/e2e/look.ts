// A page as a person would see it, in the four ways it must stand: nothing wider than the window, pictures where a folder is named.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Page } from 'playwright-core';

/** Pictures for a person to look at, when a folder is named. */
export const PICTURES = process.env.FEIQIAN_PICTURES;

/** At a desk and in a hand, light; then in Chinese and dark. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const [language, scheme] of [['en', 'light'], ['zh-CN', 'dark']] as const) {
    await page.evaluate((chosen) => localStorage.setItem('feiqian.language', chosen), language);
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.reload();
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${page.url()} is ${overflow} px wider than ${width}`);
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${language}-${width}.png`), fullPage: true });
    }
  }
  await page.evaluate(() => localStorage.setItem('feiqian.language', 'en'));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
} // prettier-ignore
