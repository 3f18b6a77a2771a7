// The roll-call while there is no connection: marks are kept on the device until they are sent. It stands on two pages: the
// roll-call itself, where it shows once the connection is lost, and the page that the browser opens without one. No business
// logic: it notes who was tapped, how and when; the server decides what becomes of it. See ADR 29.
(() => {
  if (customElements.get('assidu-appel-hors-ligne')) {
    return;
  }
  const ROLL = 'assidu.appel.';
  const MARKS = 'assidu.marques.';
  const RETRY = 15000;
  const LOOK = 10000;
  const HERE = new URL('.', document.currentScript.src).pathname;

  const read = (key, otherwise) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const write = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };
  const keys = prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix));
  const says = (text, ...values) => values.reduce((said, value, place) => said.replaceAll(`{${place}}`, value), text);
  const draw = () => crypto.randomUUID ? crypto.randomUUID()
    : '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
      (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

  // A roll is of one day and one person: whoever opens a roll-call later, or as somebody else, leaves no names of former ones here.
  const forget = account => keys(ROLL).forEach(key => {
    const roll = read(key, {});
    if (!(Date.parse(roll.until) > Date.now()) || account && roll.account !== account) {
      localStorage.removeItem(key);
    }
  });

  const STYLE = `
    :host { display: block; font-family: var(--lumo-font-family, system-ui, sans-serif); color: var(--lumo-body-text-color, #1a2433); }
    :host([hidden]) { display: none; }
    p { margin: 0.3rem 0; }
    .waiting { border: 1px dashed currentColor; border-radius: 8px; padding: 0.4rem 0.6rem; font-weight: 600; }
    ul { list-style: none; margin: 0.4rem 0; padding: 0; display: flex; flex-direction: column; gap: 0.35rem; }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem; border: 1px solid var(--lumo-contrast-20pct, #cfd6df); border-radius: 10px; padding: 0.35rem 0.5rem; }
    li > .name { flex: 1 0 100%; font-weight: 600; overflow-wrap: anywhere; }
    li.said > .name { flex: 1 1 8rem; font-weight: 500; }
    li.said > button { flex: 0 0 auto; }
    h1 { font-size: 1.25rem; margin: 0.6rem 0 0.2rem; }
    li.refused { border-color: var(--assidu-bad, #b3261e); }
    button { flex: 1 1 auto; min-height: 44px; min-width: 44px; border: 1px solid var(--lumo-contrast-50pct, #6a7686); border-radius: 8px; background: var(--lumo-contrast-5pct, #f3f5f7); color: inherit; font: inherit; font-weight: 600; font-size: 0.95em; padding: 0 0.4rem; }
    button:focus-visible, input:focus-visible { outline: 3px solid var(--lumo-primary-color, #1f5fbf); outline-offset: 1px; }
    .minutes { display: flex; flex-wrap: wrap; gap: 0.3rem; flex: 1 0 100%; align-items: center; }
    input { min-height: 44px; width: 5rem; font: inherit; }
    .all { width: 100%; max-width: 26rem; }
  `;

  class AppelHorsLigne extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
      this.asked = null;
      this.sending = false;
      this.changed = () => this.look();
    }

    connectedCallback() {
      window.addEventListener('online', this.changed);
      window.addEventListener('offline', this.changed);
      window.addEventListener('storage', this.changed);
      const connection = window.Vaadin && window.Vaadin.connectionState;
      if (connection && connection.addStateChangeListener) {
        connection.addStateChangeListener(this.changed);
      }
      // What was set before this script was there hides what is done with it.
      if (Object.hasOwn(this, 'roll')) {
        const roll = this.roll;
        delete this.roll;
        this.roll = roll;
      }
      this.timer = setInterval(this.changed, this.alone ? LOOK : RETRY);
      if (this.alone) {
        this.open();
      }
      this.look();
    }

    disconnectedCallback() {
      window.removeEventListener('online', this.changed);
      window.removeEventListener('offline', this.changed);
      window.removeEventListener('storage', this.changed);
      const connection = window.Vaadin && window.Vaadin.connectionState;
      if (connection && connection.removeStateChangeListener) {
        connection.removeStateChangeListener(this.changed);
      }
      clearInterval(this.timer);
    }

    /** On the page that the browser opens without a connection. */
    get alone() {
      return this.hasAttribute('alone');
    }

    /** As the server shows the roll-call now; it is kept until the session is over. */
    set roll(text) {
      this.known = JSON.parse(text);
      forget(this.known.account);
      if (this.known.open) {
        write(ROLL + this.known.session, this.known);
        if (navigator.serviceWorker) {
          navigator.serviceWorker.register(HERE + 'appel-hors-ligne-relais.js', { scope: HERE + 'seances/' }).catch(() => undefined);
        }
      } else {
        localStorage.removeItem(ROLL + this.known.session);
      }
      this.look();
    }

    open() {
      forget();
      const session = location.pathname.replace(/\/+$/, '').split('/').at(-2);
      this.known = read(ROLL + session, null);
    }

    get place() {
      return MARKS + this.known.account + '.' + this.known.session;
    }

    get marks() {
      return read(this.place, []);
    }

    set marks(all) {
      if (all.length) {
        this.full = !write(this.place, all);
      } else {
        localStorage.removeItem(this.place);
      }
    }

    get away() {
      const connection = window.Vaadin && window.Vaadin.connectionState;
      return this.alone || !navigator.onLine
        || Boolean(connection && ['connection-lost', 'reconnecting'].includes(connection.state));
    }

    look() {
      if (this.alone) {
        this.comeBack();
      }
      if (!this.known) {
        if (this.alone) {
          this.shadowRoot.innerHTML = '';
        }
        return;
      }
      const roll = this.closest('.assidu-roll');
      if (roll) {
        roll.classList.toggle('assidu-roll-away', this.away);
      }
      if (!this.away) {
        this.send();
      }
      this.render();
    }

    /** The application answers again: its own page takes over, and sends. */
    comeBack() {
      if (!navigator.onLine) {
        return;
      }
      fetch(HERE + 'favicon.svg', { cache: 'no-store' })
        .then(answer => { if (answer.ok) { location.reload(); } })
        .catch(() => undefined);
    }

    mark(learners, status, minutes) {
      const at = new Date().toISOString();
      const others = this.marks.filter(mark => !learners.includes(mark.learner));
      this.marks = others.concat(learners.map(learner => ({
        key: draw(), learner, status, minutes: minutes || 0, at,
        version: this.known.learners.find(one => one.id === learner).version
      })));
      this.asked = null;
      this.look();
    }

    unmark(learner) {
      this.marks = this.marks.filter(mark => mark.learner !== learner);
      this.look();
      const name = this.shadowRoot.querySelector(`[data-learner="${learner}"] button`);
      if (name) { name.focus(); }
    }

    async send() {
      const waiting = this.marks.filter(mark => !mark.why);
      if (!waiting.length || this.sending || !this.$server) {
        return;
      }
      this.sending = true;
      try {
        const moment = (from, minutes) => new Date(Date.parse(from) + minutes * 60000).toISOString();
        const answer = JSON.parse(await this.$server.receive(JSON.stringify({
          sentAt: new Date().toISOString(),
          marks: waiting.map(mark => ({
            key: mark.key, learnerId: mark.learner, status: mark.status, at: mark.at, version: mark.version,
            from: mark.status === 'LATE' ? moment(this.known.startsAt, mark.minutes) : null,
            to: mark.status === 'LEFT_EARLY' ? moment(this.known.endsAt, -mark.minutes) : null
          }))
        })));
        const became = new Map(answer.items.map(one => [one.key, one]));
        // What was taken is no longer kept; what was refused stays until the trainer has read why.
        this.marks = this.marks
          .filter(mark => !became.has(mark.key) || became.get(mark.key).why)
          .map(mark => became.has(mark.key) ? { ...mark, why: became.get(mark.key).why } : mark);
      } catch {
        // The connection is gone again: it is tried later.
      } finally {
        this.sending = false;
        this.render();
      }
    }

    render() {
      const words = this.known.words;
      const marks = this.marks;
      const waiting = marks.filter(mark => !mark.why);
      const refused = marks.filter(mark => mark.why);
      const root = this.shadowRoot;
      const focus = root.activeElement && root.activeElement.getAttribute('aria-label');
      root.replaceChildren();
      const add = (parent, tag, text, attributes) => {
        const part = document.createElement(tag);
        if (text) { part.textContent = text; }
        Object.entries(attributes || {}).forEach(([name, value]) => part.setAttribute(name, value));
        parent.append(part);
        return part;
      };
      add(root, 'style', STYLE);
      const status = add(root, 'div', '', { role: 'status' });
      if (this.away) {
        if (this.alone) { add(root, 'h1', this.known.title); add(root, 'p', this.known.when); }
        add(status, 'p', words.away);
      }
      if (waiting.length) {
        add(status, 'p', waiting.length === 1 ? words.waitingOne : says(words.waiting, waiting.length), { class: 'waiting' });
      }
      if (this.full) {
        add(status, 'p', words.full);
      }
      const byLearner = new Map(waiting.map(mark => [mark.learner, mark]));
      const press = (parent, text, name, act) => {
        const button = add(parent, 'button', text, { type: 'button', 'aria-label': name });
        button.addEventListener('click', act);
        return button;
      };
      if (refused.length) {
        const list = add(root, 'ul', '', { 'aria-label': words.refused });
        refused.forEach(mark => {
          const learner = this.known.learners.find(one => one.id === mark.learner);
          const name = learner ? learner.name : '';
          const line = add(list, 'li', '', { class: 'refused' });
          add(line, 'span', says(words.refusedOne, name, words[mark.status], mark.why), { class: 'name' });
          press(line, words.dismiss, says(words.of, words.dismiss, name), () => {
            this.marks = this.marks.filter(other => other.key !== mark.key);
            this.look();
          });
        });
      }
      if (this.away) {
        this.list(root, add, press, byLearner);
      }
      if (focus) {
        const again = [...root.querySelectorAll('button')].find(one => one.getAttribute('aria-label') === focus);
        if (again) { again.focus(); }
      }
    }

    list(root, add, press, byLearner) {
      const words = this.known.words;
      const left = this.known.learners.filter(one => !one.status && !byLearner.has(one.id));
      if (left.length) {
        const all = press(root, words.all, words.all, () => this.mark(left.map(one => one.id), 'PRESENT'));
        all.className = 'all';
      }
      const list = add(root, 'ul', '', { 'aria-label': words.list });
      this.known.learners.forEach(one => {
        const mark = byLearner.get(one.id);
        const said = mark || one.status;
        const line = add(list, 'li', '', said ? { class: 'said', 'data-learner': one.id } : { 'data-learner': one.id });
        add(line, 'span', one.shown, { class: 'name' });
        const name = text => says(words.of, text, one.name);
        if (mark) {
          const minutes = mark.minutes ? ` (${says(words.minutes, mark.minutes)})` : '';
          add(line, 'span', words[mark.status] + minutes + ' – ' + words.kept);
          press(line, words.undo, name(words.undo), () => this.unmark(one.id));
        } else if (one.status) {
          add(line, 'span', one.status);
        } else {
          press(line, words.PRESENT, name(words.PRESENT), () => this.mark([one.id], 'PRESENT'));
          press(line, words.LATE, name(words.LATE), () => this.ask(one.id, 'LATE'));
          press(line, words.ABSENT, name(words.ABSENT), () => this.mark([one.id], 'ABSENT'));
          press(line, words.early, name(words.earlyOf), () => this.ask(one.id, 'LEFT_EARLY'));
          if (this.asked && this.asked.learner === one.id) {
            this.askMinutes(line, add, press, one);
          }
        }
      });
    }

    ask(learner, status) {
      this.asked = { learner, status };
      this.render();
      const first = this.shadowRoot.querySelector('.minutes button');
      if (first) { first.focus(); }
    }

    askMinutes(line, add, press, one) {
      const words = this.known.words;
      const status = this.asked.status;
      const box = add(line, 'span', '', { class: 'minutes', role: 'group', 'aria-label': status === 'LATE' ? words.howLate : words.howEarly });
      add(box, 'span', status === 'LATE' ? words.howLate : words.howEarly);
      [5, 10, 15, 30].filter(some => some <= this.known.most).forEach(some =>
        press(box, says(words.minutes, some), says(words.of, says(words.minutes, some), one.name), () => this.mark([one.id], status, some)));
      const field = add(box, 'input', '', { type: 'number', min: '1', max: String(this.known.most), 'aria-label': words.otherMinutes });
      press(box, words.validate, says(words.of, words.validate, one.name), () => {
        const minutes = Number.parseInt(field.value, 10);
        if (minutes >= 1 && minutes <= this.known.most) {
          this.mark([one.id], status, minutes);
        } else {
          field.focus();
        }
      });
    }
  }

  customElements.define('assidu-appel-hors-ligne', AppelHorsLigne);
})();
