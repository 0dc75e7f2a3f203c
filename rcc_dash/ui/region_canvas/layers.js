// How is each kind of layer drawn, and is something of it at a point? A made layer keeps its outlines in world
// units, so that moving the map projects nothing again.

// The outlines that are the same for every view, by name; each is made once, however often it is drawn.
class Land {
  constructor(polygons) {
    this.polygons = polygons;
    this.shapes = new Map();
  }

  shape(geometry) {
    if (typeof geometry !== 'string') return outline(geometry.coordinates.flat(), true);
    if (!this.shapes.has(geometry)) this.shapes.set(geometry, outline(this.polygons[geometry].flat().map(points), true));
    return this.shapes.get(geometry);
  }
}

function outline(rings, closed) {
  const origin = project(rings[0][0]);
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach((point, number) => {
      const [x, y] = project(point);
      if (number) path.lineTo(x - origin[0], y - origin[1]);
      else path.moveTo(x - origin[0], y - origin[1]);
    });
    if (closed) path.closePath();
  }
  return { path, origin, rule: rings.length > 1 ? 'evenodd' : 'nonzero' };
}

function onCanvas({ path, origin }, camera) {
  const moved = new Path2D();
  moved.addPath(path, camera.matrix(origin));
  return moved;
}

const patterns = new Map();

function hatch(context, colour) {
  if (!patterns.has(colour)) patterns.set(colour, hatched(context, colour));
  return patterns.get(colour);
}

function hatched(context, colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 9;
  const pen = tile.getContext('2d');
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const shift of [-9, 0, 9]) {
    pen.moveTo(shift - 1, 10);
    pen.lineTo(shift + 10, -1);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat');
}

// Outlines: GeoJsonLayer, PolygonLayer, SolidPolygonLayer and PathLayer.
class Outlines {
  constructor(layer, land) {
    const geo = layer['@@type'] === 'GeoJsonLayer';
    this.open = layer['@@type'] === 'PathLayer';
    const ring = reader(this.open ? layer.getPath : layer.getPolygon);
    const objects = geo ? layer.data.features : layer.data;
    const shape = (o) => (geo ? land.shape(o.geometry) : outline([points(ring(o))], !this.open));
    const fill = reader(this.open ? null : layer.getFillColor);
    const line = reader((this.open ? layer.getColor : layer.stroked !== false && layer.getLineColor) || null);
    this.items = objects.map((object) => ({
      object,
      shape: shape(object),
      fill: fill(object) && css(fill(object)),
      line: line(object) && css(line(object)),
    }));
    this.width = (this.open ? layer.getWidth : layer.getLineWidth) || 1;
    this.dash = (layer.getDashArray || []).map((part) => part * this.width);
    this.hatched = (layer.extensions || []).some((one) => one.pattern);
  }

  paint(context, camera) {
    context.lineWidth = this.width;
    context.lineJoin = 'round';
    context.setLineDash(this.dash);
    for (const item of this.items) {
      item.drawn = onCanvas(item.shape, camera);
      if (item.fill) {
        context.fillStyle = this.hatched ? hatch(context, item.fill) : item.fill;
        context.fill(item.drawn, item.shape.rule);
      }
    }
    for (const item of this.items.filter((one) => one.line)) {
      context.strokeStyle = item.line;
      context.stroke(item.drawn);
    }
  }

  shade(context, item, colour) {
    context.fillStyle = colour;
    context.fill(item.drawn, item.shape.rule);
  }

  find(context, [x, y], ratio) {
    return this.items.findLast((item) => context.isPointInPath(item.drawn, x * ratio, y * ratio, item.shape.rule));
  }
}

// Circles: ScatterplotLayer.
class Circles {
  constructor(layer) {
    const [at, radius] = [reader(layer.getPosition), reader(layer.getRadius)];
    const fill = reader(layer.filled === false ? null : layer.getFillColor);
    const line = reader(layer.stroked ? layer.getLineColor : null);
    this.items = layer.data.map((object) => ({
      object,
      at: at(object),
      radius: radius(object),
      fill: fill(object) && css(fill(object)),
      line: line(object) && css(line(object)),
    }));
    this.metres = layer.radiusUnits === 'meters';
    this.least = layer.radiusMinPixels || 0;
    this.width = layer.getLineWidth || 1;
  }

  paint(context, camera) {
    context.lineWidth = this.width;
    context.setLineDash([]);
    for (const item of this.items) {
      const radius = this.metres ? camera.metres(item.radius, item.at) : item.radius;
      [item.x, item.y] = camera.at(item.at);
      item.reach = Math.max(radius, this.least);
      this.trace(context, item);
      if (item.fill) {
        context.fillStyle = item.fill;
        context.fill();
      }
      if (item.line) {
        context.strokeStyle = item.line;
        context.stroke();
      }
    }
  }

  trace(context, item) {
    context.beginPath();
    context.arc(item.x, item.y, item.reach, 0, 2 * Math.PI);
  }

  shade(context, item, colour) {
    this.trace(context, item);
    context.fillStyle = colour;
    context.fill();
  }

  find(_context, [x, y]) {
    return this.items.findLast((item) => Math.hypot(item.x - x, item.y - y) <= item.reach + 2);
  }
}

// Words: TextLayer.
class Words {
  constructor(layer) {
    const [at, text] = [reader(layer.getPosition), reader(layer.getText)];
    this.items = layer.data.map((object) => ({ at: at(object), lines: text(object).split('\n') }));
    this.size = layer.getSize;
    this.font = `${layer.fontWeight} ${layer.getSize}px ${layer.fontFamily}`;
    this.colour = css(layer.getColor);
    this.behind = layer.background && css(layer.getBackgroundColor);
    [this.padX, this.padY] = layer.backgroundPadding || [0, 0];
    this.step = layer.getSize * (layer.lineHeight || 1);
  }

  paint(context, camera) {
    context.font = this.font;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const item of this.items) {
      const { at, lines } = item;
      const [x, y] = camera.at(at);
      if (this.behind) {
        item.width ??= Math.max(...lines.map((line) => context.measureText(line).width)) + 2 * this.padX;
        const height = lines.length * this.step + 2 * this.padY;
        context.fillStyle = this.behind;
        context.fillRect(x - item.width / 2, y - height / 2, item.width, height);
      }
      context.fillStyle = this.colour;
      lines.forEach((line, number) => context.fillText(line, x, y + (number - (lines.length - 1) / 2) * this.step));
    }
  }
}

const KINDS = {
  SolidPolygonLayer: Outlines,
  GeoJsonLayer: Outlines,
  PolygonLayer: Outlines,
  PathLayer: Outlines,
  ScatterplotLayer: Circles,
  TextLayer: Words,
};

function made(layer, land) {
  const drawing = new KINDS[layer['@@type']](layer, land);
  drawing.id = layer.id;
  drawing.pickable = layer.pickable;
  drawing.highlight = layer.autoHighlight && css(layer.highlightColor);
  return drawing;
}
