'use strict';

/* One photo is shown at a time. The service holds it; a step of the slider asks for the part of it that differs. */

const $ = id => document.getElementById(id);
const AGES = [1, 4.5, 8, 12, 17, 24.5, 34.5, 44.5, 59.5, 80];
const PLAY_SECONDS = 7;

let token = takeToken();
let limits = { bytes: 20e6, idleSeconds: 600 };
let photo = null; // what is shown: { id, preview, faces, original, chosen, aged }
let stage = $('canvas').getContext('2d');
let comparing = false;
let playing = null;

// --- The service ---

function takeToken() {
  const found = location.hash.match(/^#token=(.+)$/);
  if (!found) return sessionStorage.getItem('token') || '';
  history.replaceState(null, '', location.pathname);
  sessionStorage.setItem('token', decodeURIComponent(found[1]));
  return decodeURIComponent(found[1]);
}

class Problem extends Error {
  constructor(title, detail, status) {
    super(detail);
    this.title = title;
    this.status = status;
  }
}

async function ask(path, options = {}) {
  const headers = token ? { Authorization: 'Bearer ' + token } : {};
  let answer;
  try {
    answer = await fetch(path, { ...options, headers });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem('The service does not answer', 'Is it still running? Start it again with "ragan serve".', 0);
  }
  if (answer.ok) return answer;
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 429) await new Promise(done => setTimeout(done, 1000));
  if (answer.status === 429 && !options.again) return ask(path, { ...options, again: true });
  throw new Problem(body.title || 'That did not work', body.detail || 'The service answered ' + answer.status + '.', answer.status);
}

// --- Messages ---

function say(text) {
  $('status').textContent = text;
}

function complain(problem) {
  if (problem.name === 'AbortError') return;
  if (problem.status === 401) {
    $('token-form').hidden = false;
    $('start').hidden = true;
    $('token').focus();
    return;
  }
  $('problem-title').textContent = problem.title || 'That did not work';
  $('problem-text').textContent = sentence(problem.message);
  $('problem').hidden = false;
  $('problem').scrollIntoView({ block: 'nearest' });
  if (photo && problem.status === 404) show(null);
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
}

function settle() {
  $('problem').hidden = true;
}

async function trying(work) {
  try {
    return await work();
  } catch (problem) {
    complain(problem);
    return null;
  }
}

// --- Start ---

async function begin() {
  $('where').textContent = location.hostname === 'localhost' || location.hostname.startsWith('127.')
    ? 'the program on this computer' : location.host;
  const about = await trying(async () => (await ask('/api/models')).json());
  if (!about) return;
  $('token-form').hidden = true;
  $('start').hidden = photo !== null;
  limits = about.limits;
  const model = about.models[0];
  $('minutes').textContent = Math.round(limits.idleSeconds / 60);
  $('kinds').textContent = 'JPEG, PNG, WebP, TIFF, BMP or GIF, up to ' + Math.round(limits.bytes / 1e6) + ' MB';
  $('model-line').textContent = model.name + ' · ' + model.side + ' px';
  $('model-text').append(strong('The model'), ' is ' + model.name + (model.data ? ', trained on ' + model.data : '') + '. '
    + (model.licence ? 'Licence: ' + sentence(model.licence) : '') + ' It draws faces of ' + model.side + ' pixels: large faces look soft where it'
    + ' changes them. It is weakest on babies, on people over 70 and on profiles.'
    + (model.faceNetworks ? '' : ' Only faces that look into the camera are found.'));
  for (let i = 1; i <= 8; i++) addPerson(i);
}

function strong(text) {
  const element = document.createElement('strong');
  element.textContent = text;
  return element;
}

async function addPerson(number) {
  const button = document.createElement('button');
  button.type = 'button';
  const picture = document.createElement('img');
  picture.alt = 'Drawn person ' + number;
  picture.width = picture.height = 256;
  button.append(picture);
  button.addEventListener('click', () => open(null, number));
  const item = document.createElement('li');
  item.append(button);
  $('people').append(item);
  const answer = await trying(() => ask('/api/people/' + number));
  if (answer) picture.src = URL.createObjectURL(await answer.blob());
}

// --- Loading a photo ---

async function open(file, person) {
  settle();
  if (file && file.size > limits.bytes) {
    return complain(new Problem('The photo is too large', 'A photo may have at most ' + Math.round(limits.bytes / 1e6)
      + ' MB but this one has ' + (file.size / 1e6).toFixed(1) + '; make it smaller.', 413));
  }
  document.body.classList.add('opening');
  document.body.setAttribute('aria-busy', 'true');
  $('busy').hidden = false;
  say('Looking for faces');
  const aligned = $('aligned').checked && file;
  const held = await trying(async () => {
    const query = (person ? '?person=' + person : '') + (aligned ? '?aligned=true' : '');
    const answer = await (await ask('/api/photos' + query, { method: 'POST', body: file || undefined })).json();
    const original = await picture(await ask('/api/photos/' + answer.id + '/preview'));
    return { ...answer, original };
  });
  $('busy').hidden = true;
  document.body.classList.remove('opening');
  document.body.removeAttribute('aria-busy');
  if (held) {
    forget();
    show(held, aligned);
  }
}

async function picture(answer) {
  return createImageBitmap(await answer.blob());
}

function forget() {
  stopPlaying();
  if (photo) ask('/api/photos/' + photo.id, { method: 'DELETE' }).catch(() => {});
}

function show(held, aligned) {
  photo = held;
  $('start').hidden = held !== null;
  $('editor').hidden = held === null;
  $('inside').open = Boolean(aligned);
  if (!held) {
    say('');
    return;
  }
  const usable = held.photo.faces.filter(face => face.usable).map(face => face.number);
  held.usable = usable;
  held.chosen = new Set(usable);
  held.part = null;
  $('canvas').width = held.preview.width;
  $('canvas').height = held.preview.height;
  for (const id of ['age', 'compare', 'play', 'save-photo', 'save-strip', 'save-gif']) $(id).disabled = usable.length === 0;
  $('strip').closest('.card').hidden = usable.length === 0;
  $('inside').hidden = usable.length === 0;
  draw();
  outline();
  tellSkipped();
  if (usable.length === 0) {
    say($('no-face').textContent);
    $('another').focus();
    return;
  }
  say(usable.length === 1 ? 'One face was found' : usable.length + ' faces were found');
  step();
  refresh();
  $('age').focus({ preventScroll: true });
}

function tellSkipped() {
  const skipped = photo.photo.faces.filter(face => !face.usable);
  $('skipped').replaceChildren(...skipped.map(face => {
    const item = document.createElement('li');
    item.textContent = 'Face ' + face.number + ' is left unchanged: ' + face.reason + '.';
    return item;
  }));
  const none = photo.usable.length === 0;
  $('no-face').hidden = !none;
  if (none) {
    $('no-face').textContent = (skipped.length === 0 ? 'No face was found in this photo. ' : 'No face in this photo can be re-aged. ')
      + 'Try one in which a face looks into the camera and is not too small.';
  }
}

// --- Faces ---

function outline() {
  const { width, height } = photo.preview;
  const scale = width / photo.photo.width;
  const crop = photo.photo.finder.startsWith('nothing');
  $('outlines').replaceChildren(...(crop ? [] : photo.photo.faces).map(face => {
    const button = document.createElement('button');
    button.type = 'button';
    button.disabled = !face.usable;
    const left = Math.max(0, face.box.x * scale);
    const top = Math.max(0, face.box.y * scale);
    button.style.left = 100 * left / width + '%';
    button.style.top = 100 * top / height + '%';
    button.style.width = 100 * (Math.min(width, (face.box.x + face.box.width) * scale) - left) / width + '%';
    button.style.height = 100 * (Math.min(height, (face.box.y + face.box.height) * scale) - top) / height + '%';
    button.setAttribute('aria-label', 'Face ' + face.number + (face.usable ? '' : ', left unchanged'));
    const name = document.createElement('span');
    name.textContent = face.number;
    button.append(name);
    button.addEventListener('click', () => choose(face.number));
    return button;
  }));
  $('faces-set').hidden = photo.photo.faces.length < 2;
  const chips = [['All', null], ...photo.usable.map(number => ['Face ' + number, number])];
  $('faces').replaceChildren(...chips.map(([text, number]) => {
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.textContent = text;
    chip.dataset.face = number || 'all';
    chip.addEventListener('click', () => choose(number));
    return chip;
  }));
  mark();
}

/* One face, or all of them; another click on the only chosen one brings all back. */
function choose(number) {
  const only = photo.chosen.size === 1 && photo.chosen.has(number);
  photo.chosen = new Set(number === null || only ? photo.usable : [number]);
  mark();
  photo.part = null;
  draw();
  step();
  refresh();
}

function mark() {
  const all = photo.chosen.size === photo.usable.length;
  for (const chip of $('faces').children) {
    const face = chip.dataset.face;
    chip.setAttribute('aria-pressed', face === 'all' ? all : !all && photo.chosen.has(Number(face)));
  }
  [...$('outlines').children].forEach((button, i) => {
    if (!button.disabled) button.setAttribute('aria-pressed', photo.chosen.has(photo.photo.faces[i].number));
  });
  $('stage').classList.toggle('quiet', photo.photo.faces.length === 1 && photo.usable.length === 1);
}

function faces() {
  return photo.chosen.size === photo.usable.length ? 'all' : [...photo.chosen].join(',');
}

// --- The slider: one request at a time, then the newest age ---

let asking = false;
let wanted = null;

function age() {
  return Number($('age').value);
}

function step() {
  $('age-text').textContent = age();
  $('age').setAttribute('aria-valuetext', age() + ' years');
  for (const button of $('strip').children) {
    button.setAttribute('aria-current', Number(button.dataset.age) === age());
  }
  wanted = { photo, age: age(), faces: faces(), moved: performance.now() };
  if (!asking) answer();
}

async function answer() {
  asking = true;
  while (wanted) {
    const now = wanted;
    wanted = null;
    if (now.photo !== photo) continue;
    await trying(async () => {
      const reply = await ask('/api/photos/' + now.photo.id + '/preview?age=' + now.age + '&faces=' + now.faces);
      const [left, top] = reply.headers.get('Picture-Bounds').split(' ').map(Number);
      const image = await picture(reply);
      if (now.photo !== photo || now.faces !== faces()) return;
      photo.part = { image, left, top, age: now.age };
      draw();
      requestAnimationFrame(() => measured(performance.now() - now.moved));
    });
  }
  asking = false;
  clearTimeout(later);
  later = setTimeout(look, 150);
}

/* How long it took from movement to picture, for whoever wants to know: the tests do. */
function measured(milliseconds) {
  const steps = window.stepMilliseconds = window.stepMilliseconds || [];
  steps.push(milliseconds);
  if (steps.length > 500) steps.shift();
}

function draw() {
  stage.drawImage(photo.original, 0, 0);
  const part = comparing ? null : photo.part;
  if (part) stage.drawImage(part.image, part.left, part.top);
  $('badge').textContent = part ? part.age : comparing ? 'original' : '';
  $('canvas').setAttribute('aria-label', part ? 'The photo at ' + part.age + ' years' : 'The original photo');
}

function compare(on) {
  if (!photo || photo.usable.length === 0 || comparing === on) return;
  comparing = on;
  $('compare').setAttribute('aria-pressed', on);
  draw();
}

// --- Ten ages, and what the model sees ---

let refreshing = 0;

async function refresh() {
  const round = ++refreshing;
  const held = photo;
  const chosen = faces();
  $('strip').replaceChildren(...AGES.map(ofStrip));
  for (const button of [...$('strip').children]) {
    if (round !== refreshing || held !== photo) return;
    await trying(async () => {
      const reply = await ask('/api/photos/' + held.id + '/preview?age=' + button.dataset.exact + '&faces=' + chosen);
      const [left, top, width, height] = reply.headers.get('Picture-Bounds').split(' ').map(Number);
      paintSquare(button.querySelector('canvas'), held, await picture(reply), { left, top, width, height });
    });
  }
}

function ofStrip(exact) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.exact = exact;
  button.dataset.age = Math.round(exact);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 192;
  const name = document.createElement('span');
  name.textContent = Math.round(exact);
  button.append(canvas, name);
  button.setAttribute('aria-label', 'Age ' + Math.round(exact));
  button.addEventListener('click', () => {
    $('age').value = Math.round(exact);
    step();
  });
  return button;
}

/* The square around what changes, a little wider. */
function paintSquare(canvas, held, image, at) {
  const side = Math.min(held.preview.width, held.preview.height, 1.3 * Math.max(at.width, at.height));
  const left = Math.min(Math.max(0, at.left + at.width / 2 - side / 2), held.preview.width - side);
  const top = Math.min(Math.max(0, at.top + at.height / 2 - side / 2), held.preview.height - side);
  const scale = canvas.width / side;
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(held.original, left, top, side, side, 0, 0, canvas.width, canvas.height);
  context.drawImage(image, (at.left - left) * scale, (at.top - top) * scale, at.width * scale, at.height * scale);
}

let later = 0;
let looked = '';

async function look() {
  if (!photo || !$('inside').open || photo.usable.length === 0) return;
  const face = [...photo.chosen][0];
  const path = '/api/photos/' + photo.id + '/faces/' + face;
  const now = age();
  await trying(async () => {
    if (looked !== path) {
      await put('crop', path + '/crop');
      await put('mask', path + '/mask');
      looked = path;
    }
    await put('made', path + '/crop?age=' + now);
    $('made-age').textContent = now;
    const answer = await fetchStyle(path, now);
    plot(answer);
  });
}

async function put(id, path) {
  const old = $(id).src;
  $(id).src = URL.createObjectURL(await (await ask(path)).blob());
  if (old) URL.revokeObjectURL(old);
}

async function fetchStyle(path, years) {
  try {
    return (await (await ask(path + '/style?age=' + years)).json()).style;
  } catch (problem) {
    return []; // a model that does not export its stages
  }
}

function plot(style) {
  const canvas = $('style');
  const context = canvas.getContext('2d');
  const most = Math.max(1e-6, ...style.map(Math.abs));
  const middle = canvas.height / 2;
  const wide = canvas.width / Math.max(1, style.length);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = getComputedStyle(document.body).getPropertyValue('--accent');
  style.forEach((value, i) => {
    const high = value / most * (middle - 8);
    context.fillRect(i * wide, Math.min(middle, middle - high), Math.max(1, wide - 1), Math.abs(high));
  });
  context.fillStyle = getComputedStyle(document.body).getPropertyValue('--soft');
  context.fillRect(0, middle, canvas.width, 1);
  const text = style.length === 0 ? 'This model does not show its style vector'
    : 'Style vector at ' + age() + ': ' + style.length + ' numbers, ' + Math.min(...style).toFixed(1) + ' to ' + Math.max(...style).toFixed(1);
  $('style-text').textContent = text;
  canvas.setAttribute('aria-label', text);
}

// --- Playing ---

function play() {
  if (!photo || photo.usable.length === 0) return;
  if (playing) return stopPlaying();
  const start = performance.now();
  $('play').setAttribute('aria-pressed', 'true');
  $('play').textContent = '■ Stop';
  const move = time => {
    const way = (1 - Math.cos(2 * Math.PI * (time - start) / 1000 / PLAY_SECONDS)) / 2;
    const next = Math.round(5 + 75 * way);
    if (next !== age()) {
      $('age').value = next;
      step();
    }
    playing = requestAnimationFrame(move);
  };
  playing = requestAnimationFrame(move);
}

function stopPlaying() {
  if (!playing) return;
  cancelAnimationFrame(playing);
  playing = null;
  $('play').setAttribute('aria-pressed', 'false');
  $('play').textContent = '▶ Play';
}

// --- Downloads ---

async function save(button, path) {
  const text = button.textContent;
  button.disabled = true;
  button.textContent = 'Working …';
  await trying(async () => {
    const reply = await ask('/api/photos/' + photo.id + path + '&faces=' + faces());
    const name = (reply.headers.get('Content-Disposition') || '').match(/filename="([^"]+)"/);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await reply.blob());
    link.download = name ? name[1] : 'ages.jpg';
    link.click();
    say('Saved as ' + link.download);
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
  button.textContent = text;
  button.disabled = false;
}

// --- The camera ---

async function takePhoto() {
  if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) {
    return $('snapshot').click();
  }
  try {
    $('video').srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: { ideal: 1280 } } });
    $('camera').showModal();
  } catch (e) {
    complain(new Problem('No camera available', 'There is no camera, or this page may not use it. Choose a photo instead.'));
  }
}

function closeCamera() {
  const stream = $('video').srcObject;
  if (stream) stream.getTracks().forEach(track => track.stop());
  $('video').srcObject = null;
  if ($('camera').open) $('camera').close();
}

function shoot() {
  const video = $('video');
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d').drawImage(video, 0, 0);
  closeCamera();
  canvas.toBlob(blob => blob && open(blob), 'image/jpeg', .95);
}

// --- Input ---

function first(list) {
  return [...list].find(file => file.type.startsWith('image/') || file.type === '');
}

function openFirst(list) {
  const file = first(list);
  if (file) open(file);
  else if (list.length > 0) complain(new Problem('That is not a photo', 'A photo must be a JPEG, PNG, WebP, TIFF, BMP or GIF file.'));
}

$('choose').addEventListener('click', () => $('file').click());
$('take').addEventListener('click', takePhoto);
for (const id of ['file', 'snapshot']) {
  $(id).addEventListener('change', () => {
    openFirst($(id).files);
    $(id).value = '';
  });
}
document.addEventListener('paste', event => openFirst(event.clipboardData.files));
document.addEventListener('dragover', event => {
  event.preventDefault();
  document.body.classList.add('dragging');
});
document.addEventListener('dragleave', event => {
  if (!event.relatedTarget) document.body.classList.remove('dragging');
});
document.addEventListener('drop', event => {
  event.preventDefault();
  document.body.classList.remove('dragging');
  openFirst(event.dataTransfer.files);
});

$('age').addEventListener('input', () => {
  stopPlaying();
  step();
});
for (const [element, on] of [[$('compare'), true], [$('canvas'), true]]) {
  element.addEventListener('pointerdown', () => compare(on));
}
for (const end of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(end, () => compare(false));
$('compare').addEventListener('keydown', event => (event.key === ' ' || event.key === 'Enter') && compare(true));
$('compare').addEventListener('blur', () => compare(false));
document.addEventListener('keyup', event => ['c', 'C', ' ', 'Enter'].includes(event.key) && compare(false));
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.type === 'password') return;
  if (event.key === 'c' || event.key === 'C') compare(true);
  if ((event.key === 'p' || event.key === 'P') && !event.repeat) play();
});
$('play').addEventListener('click', play);
$('inside').addEventListener('toggle', look);
$('save-photo').addEventListener('click', () => save($('save-photo'), '/result?age=' + age()));
$('save-strip').addEventListener('click', () => save($('save-strip'), '/result?ages=all'));
$('save-gif').addEventListener('click', () => save($('save-gif'), '/animation?from=5&to=80'));
$('another').addEventListener('click', () => $('file').click());
$('forget').addEventListener('click', () => {
  forget();
  show(null);
  $('choose').focus();
});
$('problem-close').addEventListener('click', settle);
$('shoot').addEventListener('click', shoot);
$('no-camera').addEventListener('click', closeCamera);
$('camera').addEventListener('close', closeCamera);
$('token-form').addEventListener('submit', event => {
  event.preventDefault();
  token = $('token').value;
  sessionStorage.setItem('token', token);
  begin();
});

begin();
