// Drives the page of a running service in headless Chromium; exits with 1 and says so where something is not as it should be.
// node page.mjs CHROMIUM URL URL-WITH-TOKEN FOLDER: the folder has scene.png (two faces), wall.png (none), large.png (too many
// bytes) and text.png (no picture); screenshots go there too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [executablePath, url, tokenUrl, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const DESKTOP = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

async function onPage(name, options, work, { address = url, complaints = false } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  const said = [];
  page.on('console', message => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', error => said.push(String(error)));
  page.on('request', request => assert.ok(/^(blob|data):/.test(request.url()) || request.url().startsWith(new URL(address).origin),
    'a request goes elsewhere: ' + request.url()));
  try {
    await page.goto(address);
    await page.waitForFunction(() => {
      const pictures = [...document.querySelectorAll('.people img')];
      return pictures.length === 8 && pictures.every(picture => picture.naturalWidth > 0);
    });
    await work(page);
    if (!complaints) assert.deepEqual(said, [], 'the browser complains');
    console.log('ok - ' + name);
  } catch (error) {
    await page.screenshot({ path: folder + '/failed.png', fullPage: true });
    throw new Error(name + ': ' + error.message);
  } finally {
    await context.close();
  }
}

const pixels = page => page.evaluate(() => document.querySelector('#canvas').toDataURL());
const seen = page => page.waitForSelector('#editor:not([hidden])');
const shows = (page, age) => page.waitForFunction(age => document.querySelector('#badge').textContent === age, String(age));
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);

async function accessible(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const violations = found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.target).join(' '));
  assert.deepEqual(violations, [], 'not accessible');
}

async function fits(page) {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(content <= screen, 'wider than the screen: ' + content);
}

/* Uploads through the file chooser. */
async function upload(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#choose')]);
  await chooser.setFiles(folder + '/' + file);
}

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

try {
  await onPage('a photo is uploaded, aged, compared and downloaded', DESKTOP, async page => {
    await accessible(page);
    await upload(page, 'scene.png');
    await seen(page);
    await shows(page, 30);
    assert.equal(await page.locator('#outlines button').count(), 2);
    const young = await pixels(page);
    await page.fill('#age', '80');
    await shows(page, 80);
    const old = await pixels(page);
    assert.notEqual(young, old);

    const box = await page.locator('#compare').boundingBox();
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    const original = await pixels(page);
    assert.ok(original !== old && original !== young);
    await page.mouse.up();
    assert.equal(await pixels(page), old);

    await page.click('#outlines button:nth-child(1)');
    await page.waitForFunction(old => document.querySelector('#badge').textContent === '80'
      && document.querySelector('#canvas').toDataURL() !== old, old);
    assert.equal(await page.getAttribute('#faces button:nth-child(2)', 'aria-pressed'), 'true');
    await page.click('#faces button:nth-child(1)');
    await page.waitForFunction(old => document.querySelector('#canvas').toDataURL() === old, old);

    const photo = await download(page, '#save-photo');
    assert.equal(photo.name, 'age-80.png');
    assert.equal(photo.content.subarray(1, 4).toString(), 'PNG');
    const gif = await download(page, '#save-gif');
    assert.equal(gif.content.subarray(0, 6).toString(), 'GIF89a');
    assert.equal((await download(page, '#save-strip')).name, 'ages.png');
    await accessible(page);
    await page.screenshot({ path: folder + '/desktop.png', fullPage: true });
  });

  await onPage('the slider is followed while it moves', DESKTOP, async page => {
    await page.click('.people li:nth-child(2) button');
    await seen(page);
    await shows(page, 30);
    await page.waitForFunction(() => [...document.querySelectorAll('.strip canvas')].every(each => {
      const middle = each.getContext('2d').getImageData(96, 96, 1, 1).data;
      return middle[3] === 255;
    }));
    await page.evaluate(() => { window.stepMilliseconds = []; });
    for (let age = 20; age < 80; age++) {
      await page.evaluate(age => {
        document.querySelector('#age').value = age;
        document.querySelector('#age').dispatchEvent(new Event('input'));
      }, age);
      await shows(page, age);
    }
    const steps = (await page.evaluate(() => window.stepMilliseconds)).sort((one, other) => one - other);
    console.log('# from movement to picture: median ' + steps[Math.floor(steps.length / 2)].toFixed(0) + ' ms, 90 % within '
      + steps[Math.floor(steps.length * .9)].toFixed(0) + ' ms, ' + steps.length + ' steps');
  });

  await onPage('everything can be done with the keyboard', { ...DESKTOP, colorScheme: 'dark' }, async page => {
    await accessible(page);
    await page.focus('#aligned');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await seen(page);
    await shows(page, 30);
    assert.equal(await focused(page), 'age');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await shows(page, 35);
    const aged = await pixels(page);
    await page.keyboard.down('c');
    assert.notEqual(await pixels(page), aged);
    await page.keyboard.up('c');
    assert.equal(await pixels(page), aged);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'compare');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'play');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#age').value !== '35');
    await page.keyboard.press('p');
    assert.equal(await page.getAttribute('#play', 'aria-pressed'), 'false');
    await page.focus('#inside summary');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#style-text').textContent.includes('numbers'));
    await accessible(page);
    await page.screenshot({ path: folder + '/dark.png', fullPage: true });
    await page.focus('#forget');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'choose');
  });

  await onPage('a photo without a face says so', DESKTOP, async page => {
    await upload(page, 'wall.png');
    await seen(page);
    assert.match(await page.textContent('#no-face'), /^No face was found/);
    assert.ok(await page.isDisabled('#age'));
    await accessible(page);
  });

  await onPage('a photo that is too large or no photo says so', DESKTOP, async page => {
    await upload(page, 'large.png');
    await page.waitForSelector('#problem:not([hidden])');
    assert.match(await page.textContent('#problem-text'), /at most \d+ MB but this one has/);
    await page.click('#problem-close');
    await upload(page, 'text.png');
    await page.waitForSelector('#problem:not([hidden])');
    assert.match(await page.textContent('#problem-text'), /^The photo must be a JPEG, PNG/);
    await accessible(page);
    await page.screenshot({ path: folder + '/error.png', fullPage: true });
  }, { complaints: true });

  await onPage('it fits a phone', PHONE, async page => {
    await fits(page);
    await page.tap('.people li:nth-child(7) button');
    await seen(page);
    await shows(page, 30);
    await fits(page);
    const small = await page.$$eval('button:not(.outlines button)', all => all.filter(each => each.offsetHeight > 0
      && each.offsetHeight < 40).map(each => each.textContent));
    assert.deepEqual(small, [], 'too small for a finger');
    await accessible(page);
    await page.screenshot({ path: folder + '/phone.png', fullPage: true });
  });

  await onPage('a token in the address is taken and hidden', DESKTOP, async page => {
    assert.equal(new URL(page.url()).hash, '');
    await page.click('.people li:nth-child(1) button');
    await seen(page);
    await shows(page, 30);
  }, { address: tokenUrl });
} catch (error) {
  console.log('not ok - ' + error.message);
  process.exitCode = 1;
} finally {
  await browser.close();
}
