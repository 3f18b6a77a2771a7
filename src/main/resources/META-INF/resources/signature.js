// A frame to sign in by hand: it notes lines as points, draws them anew when it is turned or its size changes, and hands them to the
// screen after each line. Nothing of speed or pressure is noted. Whoever does not draw uses the button beside it.
(() => {
  if (customElements.get('assidu-signature')) {
    return;
  }
  const ACROSS = 1000;
  const MOST = 4900;

  class Signature extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
      this.lines = [];
      this.line = null;
    }

    connectedCallback() {
      this.shadowRoot.innerHTML = `
        <style>
          :host { display: block; }
          canvas { display: block; width: 100%; height: 12rem; border: 2px solid currentColor; border-radius: 10px; background: #fff; touch-action: none; cursor: crosshair; }
        </style>
        <canvas role="img"></canvas>`;
      this.canvas = this.shadowRoot.querySelector('canvas');
      this.canvas.setAttribute('aria-label', this.getAttribute('label') || '');
      this.canvas.addEventListener('pointerdown', event => this.begin(event));
      this.canvas.addEventListener('pointermove', event => this.go(event));
      ['pointerup', 'pointercancel'].forEach(name => this.canvas.addEventListener(name, () => this.end()));
      this.sizes = new ResizeObserver(() => this.draw());
      this.sizes.observe(this.canvas);
    }

    disconnectedCallback() {
      this.sizes.disconnect();
    }

    clear() {
      this.lines = [];
      this.line = null;
      this.draw();
    }

    point(event) {
      const frame = this.canvas.getBoundingClientRect();
      const one = part => Math.round(part * 10) / 10;
      return [one((event.clientX - frame.left) / frame.width * ACROSS), one((event.clientY - frame.top) / frame.width * ACROSS)];
    }

    begin(event) {
      if (this.lines.length >= 200 || !event.isPrimary) {
        return;
      }
      event.preventDefault();
      this.canvas.setPointerCapture(event.pointerId);
      this.line = [this.point(event)];
      this.lines.push(this.line);
      this.draw();
    }

    go(event) {
      if (this.line && this.lines.reduce((count, line) => count + line.length, 0) < MOST) {
        this.line.push(this.point(event));
        this.draw();
      }
    }

    end() {
      if (this.line) {
        this.line = null;
        this.$server.drawn(JSON.stringify(this.lines));
      }
    }

    draw() {
      const width = this.canvas.clientWidth;
      const sharp = window.devicePixelRatio || 1;
      this.canvas.width = width * sharp;
      this.canvas.height = this.canvas.clientHeight * sharp;
      const pen = this.canvas.getContext('2d');
      const scale = width / ACROSS * sharp;
      pen.lineWidth = 2.5 * sharp;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.strokeStyle = '#111';
      this.lines.forEach(line => {
        pen.beginPath();
        pen.moveTo(line[0][0] * scale, line[0][1] * scale);
        line.concat(line.length === 1 ? [[line[0][0] + 1, line[0][1]]] : []).forEach(([x, y]) => pen.lineTo(x * scale, y * scale));
        pen.stroke();
      });
    }
  }
  customElements.define('assidu-signature', Signature);
})();
