import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2348:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {


Object.defineProperty(exports, "__esModule", ({ value: true }));
const zlib_1 = __nccwpck_require__(3106);
exports["default"] = (0, zlib_1.gunzipSync)(Buffer.from('H4sIAAAAAAACA+3dTYgcaRkA4LemO9Mhxm0FITnE9Cwr4jHgwgZ22B6YywqCJ0HQg5CL4sGTuOjCtGSF4CkHEW856MlTQHD3EJnWkU0Owh5VxE3LHlYQdNxd2U6mU59UV/d09fw4M2EySSXPAzNdP1/9fX/99bzVNZEN4jisRDulVFnQmLxm1aXF9Id/2/xMxNJ4XZlg576yuYlGt9gupV6xoFf8jhu9YvulVrFlp5XSx+lfvYhORGPXvqIRWSxERKtIm8bKFd10WNfKDS5Fo9jJWrq2+M2IlW+8uHgl/+BsROfPF4v5L7148Ur68Sha6dqZpYiVVy8tvLCWXo80Sf/lS89dGX2wHGvpzoXVn75/YWH5wmqe8uika82ViJXTy83Ve2k5Urozm38wm4/ls6t5uT6yfsTSJ7J3T0VKt8c5ExEXI8aFkH729c3eT+7EC6ca8cVULZUiYacX0R5PNWNxlh9L1y90q5kyzrpyy+9WcvOV6URntqw7La9sNVstXyczWVaWYbaaTYqzOHpr7pyiNT3/YzKuT63Z/FqKZlFTiuXtFM2vVOtIq7jiyKJbWZaOWD0euz0yoV2Z7kY0xq2x0YhfzVpmM5px9nTEH7JZ0ot5u39p0ma75Z472/s/H+2yr2inYyuq7fMvJivH2rM72N/Z3lyL31F2b1ya1P0zn816k2KP6JU9UzseucdQH5YqVeH/lFajSN2udg+TLJ9rksNxlvV2lki19rXKI43TPLejFu4ov7k3nMbhyhfY3Xb37f8BAGCf0eMTOH5szf154KmnNgKcnLb+Fzi2AfXktbN7fJelwTAiO/W5uQ2KINXRYu+znqo/WTAdLadURHmy3qciazd3bra4T3w16/f7t7Ms9U5gfJu10955sx1r3vmhBAAAAAAAgId20J1iZbDowNvIjuH427Gr5l/eiC+8OplZON8sVjx/qr9y+Pj+YRItT+NqAM+kkZs3AAAAAID6yfx1FwCAI97/dCh1/ub6SA0AAAAAAAAAgNoT/wcAAAAAAACA+hP/BwAAAAAAAID6E/8HAAAAAAAAgPoT/wcAAAAAAACA+hP/BwAAAAAAAID6E/8HAAAAAAAAgPoT/wcAAAAAAACA+hP/BwAAAAAAAID6E/8HAAAAAAAAgPoT/wcAAAAAAACA+hutp5SiQpYAAAAAAAAAQO2MIpZiT804flnAE2fhwjOeAZXr76kOAAAAAAAA8FjNf4N/l0NE3U/vuVQskLpSd4/Yh2xu9xTu0tFeeNYsLI2f/VMdNxTzj6Je9E/+6pp6Nn3awW3A54goe4Bss6v+PGsjQGMAAAAAAOBp5XEgwH6e7J7rwEQHRb/XvAMAAAAAAAA8yzoDeQDwVGjIAgAAAAAAAACoPfF/AAAAAAAAAKg/8X8AAAAAAAAAqD/xfwAAAAAAAACoP/F/AAAAAAAAAKg/8X8AAAAAAAAAqD/xfwAAAAAAAACoP/F/AAAAAAAAAKg/8X8AAAAAAAAAqD/xfwAAAAAAAACoP/F/AAAAAAAAAKg/8X8AAAAAAAAAqL/GSkSkClkCAAAAAAAAALXTSAAAAAAAAABA3Y1kAQAAAAAAAADUX8RSXZ9dsHC9+M8Fg2Ex/em1lAZpEBGttcrVjZqLEa+k0XpKw9mG4zWx4ukPUMhkAQAAAAAAABzBqbSe3//rXOS9HxGdo4TqR2XkutCdBu+LaPZw/lBbO7cbHnh2C7N7AIo4evEznllqLqWUp/LnYOtpM2bnOH66wI1+9GO4sOuISwv/TOlumu56FDv3NZhc4mR9v7zYIrafr40j/Cccvj9Xns3t3mu99E7qxUv3bqS0/ouNH/08++RGemfQ+nsx/5uNXsQPGulynPvv3ZTW37zd+1ovrqaYpP/122X6Xpx779Z3zr/3YOPKW1lkaRDf31pPaf3j/msRsVGkL+d/f+/m4sJsPm1cfSsr16e8m9Ldj/KsnyIuR3nXw83Is3EhxLd/2V773ks3m/cj/THKUummdP9qKhIOImuOU0Xjwb3y+oqt735rpTetVbF9n8R4x9crRfO77TKqVOZpDclv5bfK18lMnk+q0K18UpxF/RrGXE0Zxtqx3tWSj+vxbL4XaasfKb0dRbtLW73JsfPGg177H+OmGKlfvS1msllt7JEJm9XOJqXR+Fkfo1H66uy5H1v3Xx5+uJmGLw9jro2u7Loj4PnuR6+f+e3d261+eazNhzrL7X83MohoHpS4PddV8ki1it61//pw1g7z6p1U/26Nm2llST57B5rUvuG0XqSU/rPd7jYrqWcbd+beJQ77BgPMDwn37/8BAGCf0eMTOH4cPlufv9VGgJOzqf8Fjm1APXkd7B7f5dF57GPMaWy/MTvjvNvtXj6h8W2+GXvnzXaseeeHEgAAAAAAAB7aQXeKlcGiadBoEOeLb2dtpGOL2MyOtf391a3P/zD96c3JzIP3t4oV797vrh8+vn+YRL5bBuj/AQAAAABqJvfHXQAAHkX82zfXAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACeAgkAAAAAAAAAqLuRLAAAAAAAAACA2hv9D1iu/VAYaAYA', 'base64'));
//# sourceMappingURL=code-points-data.js.map

/***/ }),

/***/ 5328:
/***/ ((module) => {


const getCodePoint = (character) => character.codePointAt(0);
const first = (x) => x[0];
const last = (x) => x[x.length - 1];
function toCodePoints(input) {
    const codepoints = [];
    const size = input.length;
    for (let i = 0; i < size; i += 1) {
        const before = input.charCodeAt(i);
        if (before >= 0xd800 && before <= 0xdbff && size > i + 1) {
            const next = input.charCodeAt(i + 1);
            if (next >= 0xdc00 && next <= 0xdfff) {
                codepoints.push((before - 0xd800) * 0x400 + next - 0xdc00 + 0x10000);
                i += 1;
                continue;
            }
        }
        codepoints.push(before);
    }
    return codepoints;
}
function saslprep({ unassigned_code_points, commonly_mapped_to_nothing, non_ASCII_space_characters, prohibited_characters, bidirectional_r_al, bidirectional_l, }, input, opts = {}) {
    const mapping2space = non_ASCII_space_characters;
    const mapping2nothing = commonly_mapped_to_nothing;
    if (typeof input !== 'string') {
        throw new TypeError('Expected string.');
    }
    if (input.length === 0) {
        return '';
    }
    const mapped_input = toCodePoints(input)
        .map((character) => (mapping2space.get(character) ? 0x20 : character))
        .filter((character) => !mapping2nothing.get(character));
    const normalized_input = String.fromCodePoint
        .apply(null, mapped_input)
        .normalize('NFKC');
    const normalized_map = toCodePoints(normalized_input);
    const hasProhibited = normalized_map.some((character) => prohibited_characters.get(character));
    if (hasProhibited) {
        throw new Error('Prohibited character, see https://tools.ietf.org/html/rfc4013#section-2.3');
    }
    if (opts.allowUnassigned !== true) {
        const hasUnassigned = normalized_map.some((character) => unassigned_code_points.get(character));
        if (hasUnassigned) {
            throw new Error('Unassigned code point, see https://tools.ietf.org/html/rfc4013#section-2.5');
        }
    }
    const hasBidiRAL = normalized_map.some((character) => bidirectional_r_al.get(character));
    const hasBidiL = normalized_map.some((character) => bidirectional_l.get(character));
    if (hasBidiRAL && hasBidiL) {
        throw new Error('String must not contain RandALCat and LCat at the same time,' +
            ' see https://tools.ietf.org/html/rfc3454#section-6');
    }
    const isFirstBidiRAL = bidirectional_r_al.get(getCodePoint(first(normalized_input)));
    const isLastBidiRAL = bidirectional_r_al.get(getCodePoint(last(normalized_input)));
    if (hasBidiRAL && !(isFirstBidiRAL && isLastBidiRAL)) {
        throw new Error('Bidirectional RandALCat character must be the first and the last' +
            ' character of the string, see https://tools.ietf.org/html/rfc3454#section-6');
    }
    return normalized_input;
}
saslprep.saslprep = saslprep;
saslprep.default = saslprep;
module.exports = saslprep;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 5675:
/***/ (function(__unused_webpack_module, exports, __nccwpck_require__) {


var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.createMemoryCodePoints = createMemoryCodePoints;
const sparse_bitfield_1 = __importDefault(__nccwpck_require__(2566));
function createMemoryCodePoints(data) {
    let offset = 0;
    function read() {
        const size = data.readUInt32BE(offset);
        offset += 4;
        const codepoints = data.slice(offset, offset + size);
        offset += size;
        return (0, sparse_bitfield_1.default)({ buffer: codepoints });
    }
    const unassigned_code_points = read();
    const commonly_mapped_to_nothing = read();
    const non_ASCII_space_characters = read();
    const prohibited_characters = read();
    const bidirectional_r_al = read();
    const bidirectional_l = read();
    return {
        unassigned_code_points,
        commonly_mapped_to_nothing,
        non_ASCII_space_characters,
        prohibited_characters,
        bidirectional_r_al,
        bidirectional_l,
    };
}
//# sourceMappingURL=memory-code-points.js.map

/***/ }),

/***/ 5790:
/***/ (function(module, __unused_webpack_exports, __nccwpck_require__) {


var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
const index_1 = __importDefault(__nccwpck_require__(5328));
const memory_code_points_1 = __nccwpck_require__(5675);
const code_points_data_1 = __importDefault(__nccwpck_require__(2348));
const codePoints = (0, memory_code_points_1.createMemoryCodePoints)(code_points_data_1.default);
function saslprep(input, opts) {
    return (0, index_1.default)(codePoints, input, opts);
}
saslprep.saslprep = saslprep;
saslprep.default = saslprep;
module.exports = saslprep;
//# sourceMappingURL=node.js.map

/***/ }),

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 3565:
/***/ ((module) => {

module.exports = Pager

function Pager (pageSize, opts) {
  if (!(this instanceof Pager)) return new Pager(pageSize, opts)

  this.length = 0
  this.updates = []
  this.path = new Uint16Array(4)
  this.pages = new Array(32768)
  this.maxPages = this.pages.length
  this.level = 0
  this.pageSize = pageSize || 1024
  this.deduplicate = opts ? opts.deduplicate : null
  this.zeros = this.deduplicate ? alloc(this.deduplicate.length) : null
}

Pager.prototype.updated = function (page) {
  while (this.deduplicate && page.buffer[page.deduplicate] === this.deduplicate[page.deduplicate]) {
    page.deduplicate++
    if (page.deduplicate === this.deduplicate.length) {
      page.deduplicate = 0
      if (page.buffer.equals && page.buffer.equals(this.deduplicate)) page.buffer = this.deduplicate
      break
    }
  }
  if (page.updated || !this.updates) return
  page.updated = true
  this.updates.push(page)
}

Pager.prototype.lastUpdate = function () {
  if (!this.updates || !this.updates.length) return null
  var page = this.updates.pop()
  page.updated = false
  return page
}

Pager.prototype._array = function (i, noAllocate) {
  if (i >= this.maxPages) {
    if (noAllocate) return
    grow(this, i)
  }

  factor(i, this.path)

  var arr = this.pages

  for (var j = this.level; j > 0; j--) {
    var p = this.path[j]
    var next = arr[p]

    if (!next) {
      if (noAllocate) return
      next = arr[p] = new Array(32768)
    }

    arr = next
  }

  return arr
}

Pager.prototype.get = function (i, noAllocate) {
  var arr = this._array(i, noAllocate)
  var first = this.path[0]
  var page = arr && arr[first]

  if (!page && !noAllocate) {
    page = arr[first] = new Page(i, alloc(this.pageSize))
    if (i >= this.length) this.length = i + 1
  }

  if (page && page.buffer === this.deduplicate && this.deduplicate && !noAllocate) {
    page.buffer = copy(page.buffer)
    page.deduplicate = 0
  }

  return page
}

Pager.prototype.set = function (i, buf) {
  var arr = this._array(i, false)
  var first = this.path[0]

  if (i >= this.length) this.length = i + 1

  if (!buf || (this.zeros && buf.equals && buf.equals(this.zeros))) {
    arr[first] = undefined
    return
  }

  if (this.deduplicate && buf.equals && buf.equals(this.deduplicate)) {
    buf = this.deduplicate
  }

  var page = arr[first]
  var b = truncate(buf, this.pageSize)

  if (page) page.buffer = b
  else arr[first] = new Page(i, b)
}

Pager.prototype.toBuffer = function () {
  var list = new Array(this.length)
  var empty = alloc(this.pageSize)
  var ptr = 0

  while (ptr < list.length) {
    var arr = this._array(ptr, true)
    for (var i = 0; i < 32768 && ptr < list.length; i++) {
      list[ptr++] = (arr && arr[i]) ? arr[i].buffer : empty
    }
  }

  return Buffer.concat(list)
}

function grow (pager, index) {
  while (pager.maxPages < index) {
    var old = pager.pages
    pager.pages = new Array(32768)
    pager.pages[0] = old
    pager.level++
    pager.maxPages *= 32768
  }
}

function truncate (buf, len) {
  if (buf.length === len) return buf
  if (buf.length > len) return buf.slice(0, len)
  var cpy = alloc(len)
  buf.copy(cpy)
  return cpy
}

function alloc (size) {
  if (Buffer.alloc) return Buffer.alloc(size)
  var buf = new Buffer(size)
  buf.fill(0)
  return buf
}

function copy (buf) {
  var cpy = Buffer.allocUnsafe ? Buffer.allocUnsafe(buf.length) : new Buffer(buf.length)
  buf.copy(cpy)
  return cpy
}

function Page (i, buf) {
  this.offset = i * buf.length
  this.buffer = buf
  this.updated = false
  this.deduplicate = 0
}

function factor (n, out) {
  n = (n - (out[0] = (n & 32767))) / 32768
  n = (n - (out[1] = (n & 32767))) / 32768
  out[3] = ((n - (out[2] = (n & 32767))) / 32768) & 32767
}


/***/ }),

/***/ 2566:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var pager = __nccwpck_require__(3565)

module.exports = Bitfield

function Bitfield (opts) {
  if (!(this instanceof Bitfield)) return new Bitfield(opts)
  if (!opts) opts = {}
  if (Buffer.isBuffer(opts)) opts = {buffer: opts}

  this.pageOffset = opts.pageOffset || 0
  this.pageSize = opts.pageSize || 1024
  this.pages = opts.pages || pager(this.pageSize)

  this.byteLength = this.pages.length * this.pageSize
  this.length = 8 * this.byteLength

  if (!powerOfTwo(this.pageSize)) throw new Error('The page size should be a power of two')

  this._trackUpdates = !!opts.trackUpdates
  this._pageMask = this.pageSize - 1

  if (opts.buffer) {
    for (var i = 0; i < opts.buffer.length; i += this.pageSize) {
      this.pages.set(i / this.pageSize, opts.buffer.slice(i, i + this.pageSize))
    }
    this.byteLength = opts.buffer.length
    this.length = 8 * this.byteLength
  }
}

Bitfield.prototype.get = function (i) {
  var o = i & 7
  var j = (i - o) / 8

  return !!(this.getByte(j) & (128 >> o))
}

Bitfield.prototype.getByte = function (i) {
  var o = i & this._pageMask
  var j = (i - o) / this.pageSize
  var page = this.pages.get(j, true)

  return page ? page.buffer[o + this.pageOffset] : 0
}

Bitfield.prototype.set = function (i, v) {
  var o = i & 7
  var j = (i - o) / 8
  var b = this.getByte(j)

  return this.setByte(j, v ? b | (128 >> o) : b & (255 ^ (128 >> o)))
}

Bitfield.prototype.toBuffer = function () {
  var all = alloc(this.pages.length * this.pageSize)

  for (var i = 0; i < this.pages.length; i++) {
    var next = this.pages.get(i, true)
    var allOffset = i * this.pageSize
    if (next) next.buffer.copy(all, allOffset, this.pageOffset, this.pageOffset + this.pageSize)
  }

  return all
}

Bitfield.prototype.setByte = function (i, b) {
  var o = i & this._pageMask
  var j = (i - o) / this.pageSize
  var page = this.pages.get(j, false)

  o += this.pageOffset

  if (page.buffer[o] === b) return false
  page.buffer[o] = b

  if (i >= this.byteLength) {
    this.byteLength = i + 1
    this.length = this.byteLength * 8
  }

  if (this._trackUpdates) this.pages.updated(page)

  return true
}

function alloc (n) {
  if (Buffer.alloc) return Buffer.alloc(n)
  var b = new Buffer(n)
  b.fill(0)
  return b
}

function powerOfTwo (x) {
  return !(x & (x - 1))
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 5701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// NAMESPACE OBJECT: ./lib/node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

// NAMESPACE OBJECT: ./lib/node_modules/@actions/core/lib/core.js
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
  ExitCode: () => (ExitCode),
  addPath: () => (addPath),
  debug: () => (debug),
  endGroup: () => (endGroup),
  error: () => (core_error),
  exportVariable: () => (exportVariable),
  getBooleanInput: () => (getBooleanInput),
  getIDToken: () => (getIDToken),
  getInput: () => (getInput),
  getMultilineInput: () => (getMultilineInput),
  getState: () => (getState),
  group: () => (group),
  info: () => (info),
  isDebug: () => (isDebug),
  markdownSummary: () => (markdownSummary),
  notice: () => (notice),
  platform: () => (platform_namespaceObject),
  saveState: () => (saveState),
  setCommandEcho: () => (setCommandEcho),
  setFailed: () => (setFailed),
  setOutput: () => (setOutput),
  setSecret: () => (setSecret),
  startGroup: () => (startGroup),
  summary: () => (summary),
  toPlatformPath: () => (toPlatformPath),
  toPosixPath: () => (toPosixPath),
  toWin32Path: () => (toWin32Path),
  warning: () => (warning)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./lib/node_modules/@actions/http-client/index.js
/** Never called: this action fetches its own OIDC token. It fails loudly should that change. */
function absent() {
  throw new Error('@actions/http-client is left out of this bundle');
}

class HttpClient {
  constructor() {
    absent();
  }
}

class BearerCredentialHandler {
  constructor() {
    absent();
  }
}

;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: external "string_decoder"
var external_string_decoder_ = __nccwpck_require__(3193);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    core_error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./lib/smtp/account.js
/** One account to check: the validated question. Nothing in it is guessed or repaired later on. */
/** The mechanisms a user may name; `auto` chooses from what the server offers. */
const MECHANISMS = [
    'auto',
    'LOGIN',
    'PLAIN',
    'CRAM-MD5',
    'SCRAM-SHA-1',
    'SCRAM-SHA-256',
    'SCRAM-SHA-256-PLUS',
    'XOAUTH2',
    'OAUTHBEARER',
    'EXTERNAL',
];
/** RFC 8996 retired TLS 1.0 and 1.1, so they cannot be asked for. */
const TLS_VERSIONS = ['TLSv1.2', 'TLSv1.3'];
/** Names one host, for what has to be kept apart by host: letter case and the root's dot make no other one (RFC 4343, RFC 1034). */
function hostKey(host) {
    return host.toLowerCase().replace(/\.$/, '');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./lib/credential-values.js



/**
 * The grammar of the inputs that hold credentials, and of mail addresses. No message repeats a value,
 * since each of them may be a secret that was put into the wrong input.
 */
// eslint-disable-next-line no-control-regex -- these are what must not be there
const CONTROL = /[\x00-\x1f\x7f]/;
/** A value in one line; may be empty. */
function parseLine(value) {
    if (CONTROL.test(value))
        throw new Error('holds a line break or control character; remove it');
    return value;
}
/** RFC 6749 appendix A.12: an access token is printable ASCII without blanks. */
function parseToken(value) {
    if (/^[\x21-\x7e]+$/.test(value))
        return value;
    throw new Error('is not an access token: it holds a blank, a line break or a character beyond ASCII');
}
/** A directory (tenant) ID or a domain of the tenant. */
function parseTenant(value) {
    if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/.test(value))
        return value;
    throw new Error('is neither a directory (tenant) ID nor a domain');
}
/** An address to which secrets may be sent. */
function parseHttpsUrl(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
    if (isPlain && url.hash === '')
        return url.href;
    throw new Error('is not an address that begins with "https://"; a secret is sent there');
}
/** RFC 5321 section 4.1.2, without quoted local parts: nobody's mailbox has one. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** A mail address; an international domain becomes ASCII. */
function parseAddress(value) {
    const at = value.lastIndexOf('@');
    const local = value.slice(0, Math.max(at, 0));
    const domain = /[\s<>()@,;:\\"[\]]/.test(value.slice(at + 1))
        ? ''
        : (0,external_node_url_.domainToASCII)(value.slice(at + 1));
    if (LOCAL_PART.test(local) && local.length <= 64 && domain !== '' && domain.length <= 253) {
        return `${local}@${domain}`;
    }
    throw new Error('is not a mail address such as name@example.com (ASCII before the "@")');
}
/** A private key as PEM text, or a path to a file with it. */
function parsePem(value) {
    const text = value.includes('-----BEGIN') ? value : readSecret(value);
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
        return text;
    throw new Error('holds no private key: no line "-----BEGIN PRIVATE KEY-----"');
}
function readSecret(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const { code } = error;
        throw new Error(`is neither the text itself nor a readable file (${code ?? 'error'})`, {
            cause: error,
        });
    }
}
/** @throws Error when the key cannot be opened or belongs to another certificate */
function checkKeyPair({ certificate, key, passphrase }) {
    if (certificate === '' || key === '') {
        throw new Error('is empty; "client-certificate" and "client-key" are given together');
    }
    const opened = openKey(key, passphrase);
    if (!new external_node_crypto_.X509Certificate(certificate).checkPrivateKey(opened)) {
        throw new Error('belongs to another certificate than "client-certificate"');
    }
}
function openKey(key, passphrase) {
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key, ...(passphrase !== undefined && { passphrase }) });
    }
    catch (error) {
        // OpenSSL's own words differ between versions and may repeat parts of the key.
        throw new Error(passphrase === undefined
            ? 'cannot be read; is it cut or indented, or does it need "client-key-passphrase"?'
            : 'cannot be opened with "client-key-passphrase"', { cause: error });
    }
}
/** The JSON of a Google service account's key, or a path to it. */
function parseServiceAccount(value) {
    const text = value.trimStart().startsWith('{') ? value : readSecret(value);
    const file = parseObject(text);
    const { client_email: issuer, private_key: privateKey, private_key_id: keyId } = file;
    if (typeof issuer !== 'string' || typeof privateKey !== 'string') {
        throw new Error('is not the key of a service account: no "client_email" or "private_key" in it');
    }
    openKey(privateKey, undefined);
    const { token_uri: uri = 'https://oauth2.googleapis.com/token' } = file;
    const tokenUri = parseHttpsUrl(typeof uri === 'string' ? uri : '');
    return { tokenUri, signer: { issuer, privateKey, ...(typeof keyId === 'string' && { keyId }) } };
}
function parseObject(text) {
    try {
        return Object(JSON.parse(text));
    }
    catch (error) {
        throw new Error('is not JSON; was it cut, or pasted without its braces?', { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/sasl/mechanism.js
/** Thrown by a mechanism that must not go on. `detail` is hostile where it repeats the challenge. */
class SaslError extends Error {
    name = 'SaslError';
    reason;
    constructor(reason, detail) {
        super(detail);
        this.reason = reason;
    }
}
/** The words of a server's reason that are fit to be repeated; anything else is dropped. */
const REASON = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
/** @returns `value` when it is a status such as `401` or a short token such as `invalid_token` */
function asReason(value) {
    return typeof value === 'string' && REASON.test(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/sasl/base64.js

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/**
 * Decodes Base64 (RFC 4648 section 4) strictly: Node would skip what it does not know and so read a
 * challenge that the server never sent.
 *
 * @throws SaslError for anything else
 */
function decodeBase64(text) {
    if (!BASE64.test(text))
        throw new SaslError('challenge-malformed', 'not Base64');
    return Buffer.from(text, 'base64');
}

;// CONCATENATED MODULE: ./lib/sasl/cram-md5.js



/**
 * CRAM-MD5 (RFC 2195): the answer is the user name and the HMAC-MD5 of the challenge, keyed with the
 * password. A server that stores passwords hashed cannot check it.
 */
function createCramMd5({ username, password }) {
    let isAnswered = false;
    const answer = (challenge) => {
        if (isAnswered)
            return undefined;
        const bytes = decodeBase64(challenge);
        // The digest of nothing is the same at every login, so whoever sees it can use it for ever.
        if (bytes.length === 0)
            throw new SaslError('challenge-malformed', 'empty challenge');
        const digest = (0,external_node_crypto_.createHmac)('md5', password).update(bytes).digest('hex');
        isAnswered = true;
        return {
            bytes: Buffer.from(`${username} ${digest}`, 'utf8'),
            shown: '[user name and digest]',
            secret: digest,
        };
    };
    return {
        name: 'CRAM-MD5',
        start: () => undefined,
        next: answer,
        get isCredentialGiven() {
            return isAnswered;
        },
        get isComplete() {
            return isAnswered;
        },
    };
}

;// CONCATENATED MODULE: ./lib/sasl/one-message.js
/** A mechanism in which the client says one thing and the server decides. */
function createOneMessage(name, message) {
    let unsaid = message;
    const take = () => {
        const taken = unsaid;
        unsaid = undefined;
        return taken;
    };
    return {
        name,
        start: take,
        next: take,
        get isCredentialGiven() {
            return unsaid === undefined;
        },
        get isComplete() {
            return unsaid === undefined;
        },
    };
}

;// CONCATENATED MODULE: ./lib/sasl/external.js

/**
 * EXTERNAL (RFC 4422 appendix A): the credential is the client certificate of the TLS handshake. The
 * message is the authorization identity: the user name where one is given, since some servers want it
 * repeated, else nothing, which leaves it to the certificate.
 */
function createExternal({ username }) {
    return createOneMessage('EXTERNAL', {
        bytes: Buffer.from(username, 'utf8'),
        shown: username === '' ? '=' : '[user name]',
    });
}

;// CONCATENATED MODULE: ./lib/sasl/login.js
/**
 * LOGIN (draft-murchison-sasl-login-00, expired; MS-XLOGIN). Two prompts whose words differ from server
 * to server (`Username:`, `User Name\0`, none at all), so they are answered by their order. It has no
 * initial response: some servers would take one for the user name, others refuse it.
 */
function createLogin({ username, password }) {
    const responses = [
        { bytes: Buffer.from(username, 'utf8'), shown: '[user name]' },
        { bytes: Buffer.from(password, 'utf8'), shown: '[password]' },
    ];
    return {
        name: 'LOGIN',
        start: () => undefined,
        next: () => responses.shift(),
        get isCredentialGiven() {
            return responses.length === 0;
        },
        get isComplete() {
            return responses.length === 0;
        },
    };
}

;// CONCATENATED MODULE: ./lib/sasl/bearer.js


/**
 * The course that XOAUTH2 and OAUTHBEARER share: the token goes in one message. A server that refuses it
 * says why in a challenge of JSON, wants one more line, and then refuses. A success after that error
 * contradicts it and is none.
 */
function createBearer({ name, payload, afterError }) {
    let step = 'begun';
    let serverReason;
    const start = () => {
        step = 'given';
        const bytes = Buffer.from(payload, 'utf8');
        return { bytes, shown: '[user name and token]', secret: bytes.toString('base64') };
    };
    return {
        name,
        start,
        next: (challenge) => {
            if (step !== 'given')
                return undefined;
            step = 'refused';
            serverReason = readStatus(decodeBase64(challenge).toString('utf8'));
            return afterError;
        },
        get isCredentialGiven() {
            return step !== 'begun';
        },
        get isComplete() {
            return step === 'given';
        },
        get serverReason() {
            return serverReason;
        },
    };
}
/** `{"status":"401",…}` (Google, Microsoft) or `{"status":"invalid_token",…}` (RFC 7628 section 3.2.2). */
function readStatus(json) {
    try {
        const error = JSON.parse(json);
        return asReason(error?.status);
    }
    catch {
        return undefined; // the refusal that follows counts, with or without a reason
    }
}

;// CONCATENATED MODULE: ./lib/sasl/scram-messages.js


/** The grammar of SCRAM's messages (RFC 5802 section 7). Everything read here is hostile. */
/** RFC 7677 section 4 wants at least 4,096; fewer make guessing from a stolen exchange cheap. */
const MIN_ITERATIONS = 4096;
/** OWASP's figure for PBKDF2-HMAC-SHA-256; more only burns the client's time. */
const MAX_ITERATIONS = 600_000;
/** Real salts have 16 to 64 bytes. */
const MAX_SALT_BYTES = 1024;
/** `r=` nonce, `s=` salt, `i=` iterations, then extensions. A mandatory extension comes first as `m=`. */
const SERVER_FIRST = /^r=([\x21-\x2b\x2d-\x7e]+),s=([^,]+),i=([1-9]\d{0,9})(?:,[A-Za-z]=[^,]+)*$/;
/**
 * @param clientNonce what the server's nonce has to begin with, and to be longer than
 * @throws SaslError when the message is not legal, not an answer to ours, or asks for too few or too
 *   many iterations
 */
function parseServerFirst(message, clientNonce) {
    const [, nonce = '', salt64 = '', count = ''] = SERVER_FIRST.exec(message) ?? [];
    if (nonce === '')
        throw new SaslError('challenge-malformed', 'not a first SCRAM message');
    if (!nonce.startsWith(clientNonce) || nonce.length === clientNonce.length) {
        throw new SaslError('server-not-authentic', "the nonce does not continue the client's");
    }
    const salt = decodeBase64(salt64);
    if (salt.length === 0 || salt.length > MAX_SALT_BYTES) {
        throw new SaslError('challenge-malformed', `a salt of ${salt.length} bytes`);
    }
    const iterations = Number(count);
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
        throw new SaslError('iterations-out-of-bounds', `${iterations} iterations`);
    }
    return { nonce, salt, iterations };
}
/** @throws SaslError when it is neither */
function parseServerFinal(message) {
    const [, kind, value = ''] = /^([ve])=([^,]*)(?:,[A-Za-z]=[^,]*)*$/.exec(message) ?? [];
    if (kind === 'v')
        return { signature: decodeBase64(value) };
    if (kind === 'e')
        return { reason: asReason(value) ?? 'other-error' };
    throw new SaslError('server-not-authentic', 'no server signature');
}
/** RFC 5802 section 5.1: a comma would end the user name, and `=` starts an escape. */
function escapeName(name) {
    return name.replaceAll('=', '=3D').replaceAll(',', '=2C');
}

;// CONCATENATED MODULE: ./lib/sasl/oauthbearer.js


/**
 * OAUTHBEARER (RFC 7628): a GS2 header with the user name, then host, port and token, each ended by
 * 0x01. After an error the client says 0x01 alone (section 3.2.3), which is `AQ==` in Base64.
 */
function createOauthBearer({ username, token }, channel) {
    const { host, port } = channel;
    return createBearer({
        name: 'OAUTHBEARER',
        payload: `n,a=${escapeName(username)},\x01host=${host}\x01port=${port}\x01auth=Bearer ${token}\x01\x01`,
        afterError: { bytes: Buffer.from([1]), shown: '[acknowledgement]' },
    });
}

;// CONCATENATED MODULE: ./lib/sasl/plain.js

/**
 * PLAIN (RFC 4616): authorization identity (none), user name and password, each after a NUL, in one
 * message. Not prepared with SASLprep: a secret is sent exactly as given.
 */
function createPlain({ username, password }) {
    return createOneMessage('PLAIN', {
        bytes: plainMessage(username, password),
        shown: '[user name and password]',
    });
}
/** The bytes of the message, also needed to mask their Base64. */
function plainMessage(username, password) {
    return Buffer.from(`\0${username}\0${password}`, 'utf8');
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./node_modules/@mongodb-js/saslprep/dist/node.js
var node = __nccwpck_require__(5790);
;// CONCATENATED MODULE: ./node_modules/@mongodb-js/saslprep/dist/.esm-wrapper.mjs


/* harmony default export */ const _esm_wrapper = ((/* unused pure expression or super */ null && (mod)));
const saslprep = node.saslprep;

;// CONCATENATED MODULE: ./lib/sasl/prepare.js

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
/**
 * Prepares a user name or password with SASLprep (RFC 4013), as SCRAM wants it. The profile knows
 * Unicode 3.2 only and refuses, among others, every emoji; servers take those as they are, so a text that
 * it refuses is used as given.
 */
function prepare(text) {
    if (PRINTABLE_ASCII.test(text))
        return text; // the profile changes none of these
    try {
        return saslprep(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/sasl/scram.js






/** 144 bits: no two logins ever share one. The RFCs' own examples have 18 bytes. */
const NONCE_BYTES = 18;
const derive = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
/**
 * SCRAM (RFC 5802, RFC 7677). The password is proved, never sent, and the server has to prove in turn
 * that it knows it: until its signature has been checked, the run is not complete.
 */
function createScram({ username, password }, options) {
    const { name, hash, binding } = options;
    const clientNonce = options.clientNonce ?? (0,external_node_crypto_.randomBytes)(NONCE_BYTES).toString('base64');
    // Never `y`: to a server that offers -PLUS it says "you do not", and such a server must refuse it.
    const header = binding ? `p=${binding.type},,` : 'n,,';
    const clientFirst = `n=${escapeName(prepare(username))},r=${clientNonce}`;
    let step = 'begin';
    let expected;
    let serverReason;
    const start = () => {
        step = 'prove';
        return { bytes: Buffer.from(header + clientFirst, 'utf8'), shown: '[user name and nonce]' };
    };
    const prove = async (serverFirst) => {
        const { nonce, salt, iterations } = parseServerFirst(serverFirst, clientNonce);
        const cbind = Buffer.concat([Buffer.from(header), binding?.data ?? Buffer.alloc(0)]);
        const withoutProof = `c=${cbind.toString('base64')},r=${nonce}`;
        const authMessage = `${clientFirst},${serverFirst},${withoutProof}`;
        const length = (0,external_node_crypto_.createHash)(hash).digest().length;
        const salted = await derive(prepare(password), salt, iterations, length, hash);
        const keys = deriveKeys(hash, salted, authMessage);
        const proof = keys.proof.toString('base64');
        expected = keys.serverSignature;
        step = 'verify';
        return { bytes: Buffer.from(`${withoutProof},p=${proof}`), shown: '[proof]', secret: proof };
    };
    const verify = (serverFinal) => {
        const final = parseServerFinal(serverFinal);
        const isReason = 'reason' in final;
        if (isReason)
            serverReason = final.reason;
        else if (!expected || !isEqual(final.signature, expected)) {
            throw new SaslError('server-not-authentic', "the server's signature is wrong");
        }
        step = isReason ? 'refused' : 'complete';
        return { bytes: Buffer.alloc(0), shown: '[empty line]' };
    };
    return {
        name,
        start,
        next: async (challenge) => {
            const message = decodeBase64(challenge).toString('utf8');
            if (step === 'prove')
                return prove(message);
            return step === 'verify' ? verify(message) : undefined;
        },
        get isCredentialGiven() {
            return step !== 'begin' && step !== 'prove';
        },
        get isComplete() {
            return step === 'complete';
        },
        get serverReason() {
            return serverReason;
        },
    };
}
/** RFC 5802 section 3, from the salted password on. */
function deriveKeys(hash, salted, authMessage) {
    const hmac = (key, text) => (0,external_node_crypto_.createHmac)(hash, key).update(text).digest();
    const clientKey = hmac(salted, 'Client Key');
    const storedKey = (0,external_node_crypto_.createHash)(hash).update(clientKey).digest();
    const clientSignature = hmac(storedKey, authMessage);
    const proof = clientKey.map((byte, index) => byte ^ (clientSignature[index] ?? 0));
    return {
        proof: Buffer.from(proof),
        serverSignature: hmac(hmac(salted, 'Server Key'), authMessage),
    };
}
function isEqual(a, b) {
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}

;// CONCATENATED MODULE: ./lib/sasl/xoauth2.js

/** XOAUTH2 (Google's "OAuth 2.0 Mechanism", also spoken by Microsoft): after its error, an empty line. */
function createXoauth2({ username, token }) {
    return createBearer({
        name: 'XOAUTH2',
        payload: `user=${username}\x01auth=Bearer ${token}\x01\x01`,
        afterError: { bytes: Buffer.alloc(0), shown: '[empty line]' },
    });
}

;// CONCATENATED MODULE: ./lib/sasl/choose.js







/** The mechanisms that carry each kind of credential, in the order in which `auto` prefers them. */
const CREATE = {
    password: {
        // LOGIN first: Microsoft 365 offers nothing else for passwords and answers 504 to PLAIN.
        LOGIN: createLogin,
        PLAIN: createPlain,
        'SCRAM-SHA-256-PLUS': (credential, { binding }) => createScram(credential, { name: 'SCRAM-SHA-256-PLUS', hash: 'sha256', binding }),
        'SCRAM-SHA-256': (credential) => createScram(credential, { name: 'SCRAM-SHA-256', hash: 'sha256' }),
        'SCRAM-SHA-1': (credential) => createScram(credential, { name: 'SCRAM-SHA-1', hash: 'sha1' }),
        // Last: a right password fails with it where the server stores passwords hashed.
        'CRAM-MD5': createCramMd5,
    },
    token: {
        // XOAUTH2 first: Google and Microsoft document it, and not every OAUTHBEARER is as old.
        XOAUTH2: createXoauth2,
        OAUTHBEARER: createOauthBearer,
    },
    certificate: { EXTERNAL: createExternal },
};
/** The names of the mechanisms that can carry a kind of credential, in the order of preference. */
function mechanismsFor(kind) {
    return Object.keys(CREATE[kind]);
}
/** Whether a mechanism cannot run without the data of a verified TLS channel. */
function needsBinding(name) {
    return name.endsWith('-PLUS');
}
/**
 * Chooses one mechanism; there is no second try with another one.
 *
 * @param wanted a mechanism's name, which never falls back, or `auto`
 * @param offered names from the server's EHLO reply, upper case
 * @returns undefined when the server offers nothing that fits
 */
function chooseMechanism(wanted, offered, credential, channel) {
    const name = mechanismsFor(credential.kind).find((candidate) => (wanted === 'auto' || wanted === candidate) &&
        offered.includes(candidate) &&
        (channel.binding !== undefined || !needsBinding(candidate)));
    if (name === undefined)
        return undefined;
    // The table's row and the credential are of one kind, which the compiler cannot see.
    return CREATE[credential.kind][name]?.(credential, channel);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/values.js




/** The grammar of each kind of input value. Every function throws an Error that says what is wrong and allowed. */
const MAX_QUOTED = 60;
/** A value as a message may repeat it. Never used for a secret. */
function quote(value) {
    const cut = value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value;
    return JSON.stringify(cut);
}
function parseChoice(value, allowed) {
    const found = allowed.find((choice) => choice.toLowerCase() === value.toLowerCase());
    if (found !== undefined)
        return found;
    throw new Error(`${quote(value)} is not one of ${allowed.join(', ')}`);
}
/** Makes a parser for an input that may be left empty. */
function orAbsent(parse) {
    return (value) => (value === '' ? undefined : parse(value));
}
/** A property that is absent when it has no value. */
function optional(key, value) {
    return value === undefined ? {} : { [key]: value };
}
function parseBoolean(value) {
    return parseChoice(value, ['true', 'false']) === 'true';
}
function parseInteger(value, min, max) {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max)
        return number;
    throw new Error(`${quote(value)} is not a whole number from ${min} to ${max}`);
}
/** @returns milliseconds */
function parseSeconds(value, max) {
    const seconds = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
    if (seconds > 0 && seconds <= max)
        return seconds * 1000;
    throw new Error(`${quote(value)} is not a number of seconds above 0 and up to ${max}`);
}
/** The ASCII form of a name, empty for what is none. Node drops line ends and stops at URL punctuation. */
function toAscii(name) {
    return /[\s/@:[\]%?#\\]/.test(name) ? '' : (0,external_node_url_.domainToASCII)(name);
}
const DNS_LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
/** A host name (international names become ASCII) or an IP address; brackets around IPv6 are taken off. */
function parseHost(value) {
    if (value === '')
        throw new Error('is empty; give the name of the mail server');
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
        // Not quoted: such an address often holds a password.
        throw new Error('is a URL; give the name alone, such as smtp.example.com');
    }
    const bare = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
    if ((0,external_node_net_.isIP)(bare) !== 0)
        return bare;
    if (/^[^:]+:\d+$/.test(value)) {
        throw new Error(`${quote(value)} includes a port; give it in the input "port"`);
    }
    const name = toAscii(value);
    const labels = name.replace(/\.$/, '').split('.');
    // RFC 1035 section 2.3.4: 63 octets a label, 255 a name.
    const isName = name.length <= 253 && labels.every((label) => DNS_LABEL.test(label));
    // RFC 3696 section 2: a top-level domain is never all digits. `10.0.1` became `10.0.0.1` just now.
    if (isName && !/^\d+$/.test(labels.at(-1) ?? ''))
        return name;
    if (value.includes('@'))
        throw new Error('holds an "@"; give the name of the mail server alone');
    throw new Error(`${quote(value)} is not a host name or IP address`);
}
/** RFC 5321 section 4.1.2: a domain or an address literal. */
function parseEhloName(value) {
    if (/^\[[0-9A-Za-z.:-]{1,253}\]$/.test(value))
        return value;
    const name = toAscii(value);
    if (name.length <= 253 && name.split('.').every((label) => DNS_LABEL.test(label)))
        return name;
    throw new Error(`${quote(value)} is not a domain name or an address literal such as [192.0.2.1]`);
}
/** @returns 64 lower-case hex digits */
function parseFingerprint(value) {
    const hex = value
        .replace(/^sha-?256[:=\s]*(fingerprint=)?/i, '')
        .replace(/[:\s]/g, '')
        .toLowerCase();
    if (/^[0-9a-f]{64}$/.test(hex))
        return hex;
    throw new Error(`${quote(value)} is not a SHA-256 fingerprint: 64 hex digits, with or without colons`);
}
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Certificates as PEM text, or a path to a file of them. */
function parseCertificates(value) {
    const isText = value.includes('-----BEGIN');
    const text = isText ? value : readText(value);
    const blocks = text.match(PEM_CERTIFICATE);
    if (!blocks)
        throw new Error(`${isText ? 'the text' : quote(value)} holds no PEM certificate`);
    blocks.forEach((block, index) => {
        try {
            new external_node_crypto_.X509Certificate(block);
        }
        catch {
            throw new Error(`certificate ${index + 1} cannot be read; is the PEM text cut or indented?`);
        }
    });
    return blocks.join('\n');
}
function readText(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const { code } = error;
        throw new Error(`${quote(path)} is neither PEM text nor a readable file (${code ?? 'error'})`, {
            cause: error,
        });
    }
}
/** A user name or secret, sent as given; only what no mechanism can carry is refused. */
function parseUsername(value) {
    if (value === '')
        throw new Error(`is empty. ${EMPTY_SECRET}`);
    if (/[\r\n\0]/.test(value))
        throw new Error('holds a line break or NUL; remove it');
    return value;
}
/** RFC 4616 section 2: a NUL ends a field, so a password cannot hold one. */
function values_parsePassword(value) {
    if (value === '')
        throw new Error(`is empty. ${EMPTY_SECRET}`);
    if (value.includes('\0'))
        throw new Error('holds a NUL character, which no login can carry');
    return value;
}
const EMPTY_SECRET = 'A repository secret is empty when its name is misspelt, when it lives in an environment that the job does not name, and always in runs for pull requests from forks and from Dependabot';

;// CONCATENATED MODULE: ./lib/token-inputs.js


/** Application permission to send as the mailboxes that Exchange allows this application. */
const MICROSOFT_SCOPE = 'https://outlook.office365.com/.default';
/** Google's one scope for SMTP. */
const GOOGLE_SCOPE = 'https://mail.google.com/';
/**
 * Reads how an access token is to be fetched, from the inputs that say so: `credentials-json`, or
 * `refresh-token`, or `client-id` alone.
 *
 * @param certificate signs the request when there is no client secret
 * @returns undefined when no token is to be fetched
 */
function readTokenRequest(read, certificate) {
    const key = read('credentials-json', orAbsent(parseServiceAccount), undefined);
    const endpoint = read('token-endpoint', orAbsent(parseHttpsUrl), undefined);
    const scope = read('scope', orAbsent(parseLine), undefined);
    if (key) {
        const subject = read('username', parseUsername, '');
        const grant = { kind: 'service-account', ...key.signer, subject };
        return { endpoint: endpoint ?? key.tokenUri, grant, scope: scope ?? GOOGLE_SCOPE };
    }
    const grant = readClientGrant(read, certificate);
    if (!grant) {
        refuseStrays(read);
        return undefined;
    }
    const tenant = read('tenant-id', orAbsent(parseTenant), undefined);
    const chosen = scope ?? (isForMicrosoft(grant, tenant) ? MICROSOFT_SCOPE : undefined);
    return {
        endpoint: endpoint ?? microsoftEndpoint(read, tenant),
        grant,
        ...(chosen !== undefined && { scope: chosen }),
    };
}
function readClientGrant(read, certificate) {
    const clientId = read('client-id', parseLine, '');
    const secret = read('client-secret', parseLine, '');
    const refreshToken = read('refresh-token', parseLine, '');
    const bySecret = secret === '' ? undefined : { kind: 'secret', secret };
    if (refreshToken !== '') {
        if (clientId === '')
            refuse(read, 'client-id', 'is empty; "refresh-token" belongs to a client');
        const proof = bySecret ?? { kind: 'none' };
        return { kind: 'refresh-token', clientId, proof, refreshToken };
    }
    if (clientId === '')
        return undefined;
    // A secret if there is one, else a certificate, else GitHub vouches for the workflow.
    const byCertificate = certificate
        ? { kind: 'certificate', certificate }
        : { kind: 'github-oidc' };
    return { kind: 'client-credentials', clientId, proof: bySecret ?? byCertificate };
}
/** A refresh token carries its scope with it; an application's own request must name one. */
function isForMicrosoft({ kind }, tenant) {
    return kind === 'client-credentials' && tenant !== undefined;
}
function microsoftEndpoint(read, tenant) {
    if (tenant === undefined) {
        refuse(read, 'token-endpoint', 'is empty; give it, or "tenant-id" for Microsoft');
    }
    return `https://login.microsoftonline.com/${tenant ?? ''}/oauth2/v2.0/token`;
}
/** Inputs that mean nothing without a client ID: most likely its secret is empty. */
function refuseStrays(read) {
    for (const input of ['tenant-id', 'client-secret', 'token-endpoint', 'scope']) {
        const value = read(input, (text) => text, '');
        if (value !== '')
            refuse(read, input, 'needs "client-id" too, which is empty');
    }
}
function refuse(read, input, message) {
    read(input, () => {
        throw new Error(message);
    }, undefined);
}

;// CONCATENATED MODULE: ./lib/credential-inputs.js




/** The inputs of which at least one must be given. */
const CREDENTIALS = [
    'password',
    'access-token',
    'client-certificate',
    'client-key',
    'client-id',
    'refresh-token',
    'credentials-json',
];
/** Reads the inputs that make up the credential. `password` is the one that is missed when none is given. */
function readCredential(read) {
    const certificate = readClientCertificate(read);
    const tokenRequest = readTokenRequest(read, certificate);
    const accessToken = read('access-token', orAbsent(parseToken), undefined);
    const isNone = CREDENTIALS.every((input) => read(input, (value) => value, '') === '');
    const parsePassword = isNone ? values_parsePassword : orAbsent(values_parsePassword);
    const password = read('password', parsePassword, undefined);
    // A certificate that signs the request for a token is not shown to the mail server.
    const clientCertificate = tokenRequest ? undefined : certificate;
    const hasToken = accessToken !== undefined || tokenRequest !== undefined;
    const needsName = hasToken || password !== undefined || !clientCertificate;
    // 0x01 ends a field in the messages that carry a token.
    if (hasToken)
        read('username', parseLine, '');
    return {
        username: read('username', needsName ? parseUsername : parseLine, ''),
        ...(password !== undefined && { password }),
        ...(accessToken !== undefined && { accessToken }),
        ...(tokenRequest && { tokenRequest }),
        ...(clientCertificate && { clientCertificate }),
    };
}
function readClientCertificate(read) {
    const certificate = read('client-certificate', orAbsent(parseCertificates), undefined);
    const key = read('client-key', orAbsent(parsePem), undefined);
    const passphrase = read('client-key-passphrase', (value) => value, '');
    if (certificate === undefined && key === undefined)
        return undefined;
    const pair = {
        certificate: certificate ?? '',
        key: key ?? '',
        ...(passphrase !== '' && { passphrase }),
    };
    // One is judged here with the other: only together can they be right.
    read(certificate === undefined ? 'client-certificate' : 'client-key', () => {
        checkKeyPair(pair);
    }, undefined);
    return pair;
}
/** What is wrong with the credential as a whole. */
function credentialProblems(account) {
    const given = givenKinds(account);
    const [first, second] = given.filter(({ kind }) => kind !== 'certificate');
    if (first && second) {
        const message = `is given together with "${first.input}"; give one of them`;
        return [{ input: second.input, message }];
    }
    return misfit(account, given);
}
function givenKinds(account) {
    const { password, accessToken, tokenRequest, clientCertificate } = account;
    const given = [];
    if (password !== undefined)
        given.push({ kind: 'password', input: 'password' });
    if (accessToken !== undefined)
        given.push({ kind: 'token', input: 'access-token' });
    if (tokenRequest)
        given.push({ kind: 'token', input: TOKEN_INPUT[tokenRequest.grant.kind] });
    if (clientCertificate)
        given.push({ kind: 'certificate', input: 'client-certificate' });
    return given;
}
const TOKEN_INPUT = {
    'client-credentials': 'client-id',
    'refresh-token': 'refresh-token',
    'service-account': 'credentials-json',
};
/** What each kind of credential is called in a message, with the input to give it in. */
const NEEDS = {
    password: 'a password: give "password"',
    token: 'an access token: give "access-token" or what is needed to fetch one',
    certificate: 'a client certificate: give "client-certificate" and "client-key"',
};
/** An explicit mechanism never falls back, so it must fit what is given. */
function misfit({ mechanism }, given) {
    if (mechanism === 'auto')
        return [];
    const kinds = ['password', 'token', 'certificate'];
    const kind = kinds.find((candidate) => mechanismsFor(candidate).includes(mechanism));
    if (kind === undefined || given.some((one) => one.kind === kind))
        return [];
    const have = given.map(({ input }) => `"${input}"`).join(' and ');
    return [{ input: 'mechanism', message: `"${mechanism}" needs ${NEEDS[kind]}, not ${have}` }];
}

;// CONCATENATED MODULE: ./lib/tls-inputs.js


/** Ports on which TLS is spoken from the first byte: RFC 8314, and two providers' alternatives to 465. */
const IMPLICIT_TLS_PORTS = [465, 2465, 8465];
/** Reads how the channel becomes TLS. */
function readTlsMode(read, port) {
    const implicit = read('implicit-tls', (value) => parseChoice(value, ['auto', 'true', 'false']), 'auto');
    const starttls = read('starttls', (value) => parseChoice(value, ['required', 'never', 'true', 'false']), 'required');
    if (implicit === 'true' || (implicit === 'auto' && IMPLICIT_TLS_PORTS.includes(port)))
        return 'implicit';
    return starttls === 'required' || starttls === 'true' ? 'starttls' : 'none';
}
/** Reads what the server has to prove. */
function readTlsPolicy(read) {
    return {
        minVersion: read('tls-min-version', (value) => parseChoice(value, TLS_VERSIONS), 'TLSv1.2'),
        ...optional('serverName', read('tls-servername', orAbsent(parseHost), undefined)),
        ...optional('ca', read('tls-ca', orAbsent(tls_inputs_parseCertificates), undefined)),
        ...optional('fingerprint', read('tls-fingerprint', orAbsent(parseFingerprint), undefined)),
    };
}
/** A list repeats its CA for every account; parsing it once keeps one copy of the text. */
const tls_inputs_parseCertificates = once(parseCertificates);
function once(parse) {
    const known = new Map();
    return (value) => {
        const result = known.get(value) ?? parse(value);
        known.set(value, result);
        return result;
    };
}

;// CONCATENATED MODULE: ./lib/accounts.js





/**
 * The inputs that describe one account, with their defaults. `action.yml` has the same names and
 * defaults; a test holds the two together.
 */
const ACCOUNT_DEFAULTS = {
    host: '',
    port: '587',
    starttls: 'required',
    'implicit-tls': 'auto',
    username: '',
    password: '',
    'access-token': '',
    mechanism: 'auto',
    timeout: '30',
    retries: '2',
    'ehlo-name': '',
    'tls-ca': '',
    'tls-servername': '',
    'tls-min-version': 'TLSv1.2',
    'tls-fingerprint': '',
    'client-certificate': '',
    'client-key': '',
    'client-key-passphrase': '',
    'certificate-warn-days': '14',
    'allow-cleartext-auth': 'false',
    expect: 'accepted',
    from: '',
    to: '',
    'tenant-id': '',
    'client-id': '',
    'client-secret': '',
    'refresh-token': '',
    'credentials-json': '',
    'token-endpoint': '',
    scope: '',
};
/** The inputs that are secret as a whole. */
const SECRET_INPUTS = [
    'password',
    'access-token',
    'client-key',
    'client-key-passphrase',
    'client-secret',
    'refresh-token',
    'credentials-json',
];
/**
 * The inputs that are sent exactly as given. In a list each of them has a twin, `password-env` and so
 * on, that names the environment variable to take it from.
 */
const CREDENTIAL_INPUTS = [
    'username',
    ...SECRET_INPUTS,
];
/** Thrown with everything that is wrong, so that a user need not fix one input a run. */
class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems) {
        super(problems.map(({ input, message }) => `${input}: ${message}`).join('; '));
        this.problems = problems;
    }
}
/** An hour; a check that takes longer is no check. */
const MAX_TIMEOUT_SECONDS = 3600;
const MAX_RETRIES = 10;
/**
 * Validates one account.
 *
 * @throws InputError naming every input that is wrong
 */
function parseAccount(raw) {
    const problems = [];
    const read = (input, parse, otherwise) => {
        try {
            return parse(raw[input] === '' ? ACCOUNT_DEFAULTS[input] : raw[input]);
        }
        catch (error) {
            problems.push({ input, message: error.message });
            return otherwise;
        }
    };
    const port = read('port', (value) => parseInteger(value, 1, 65535), 0);
    const account = {
        host: read('host', parseHost, ''),
        port,
        tlsMode: readTlsMode(read, port),
        tls: readTlsPolicy(read),
        ...readCredential(read),
        mechanism: read('mechanism', (value) => parseChoice(value, MECHANISMS), 'auto'),
        allowCleartextAuth: read('allow-cleartext-auth', parseBoolean, false),
        timeoutMs: read('timeout', (value) => parseSeconds(value, MAX_TIMEOUT_SECONDS), 0),
        retries: read('retries', (value) => parseInteger(value, 0, MAX_RETRIES), 0),
        ...optional('ehloName', read('ehlo-name', orAbsent(parseEhloName), undefined)),
        certificateWarnDays: read('certificate-warn-days', (value) => parseInteger(value, 0, 3650), 0),
        expect: read('expect', (value) => parseChoice(value, ['accepted', 'rejected']), 'accepted'),
        ...optional('from', read('from', orAbsent(parseAddress), undefined)),
        ...optional('to', read('to', orAbsent(parseAddress), undefined)),
    };
    if (problems.length === 0) {
        problems.push(...contradictions(account), ...credentialProblems(account));
    }
    if (problems.length > 0)
        throw new InputError(problems);
    return account;
}
/** Inputs that are right one by one and cannot work together. */
function contradictions({ tlsMode, allowCleartextAuth, from, to }) {
    const problems = [];
    if (tlsMode === 'none' && !allowCleartextAuth)
        problems.push({ input: 'starttls', message: CLEARTEXT });
    if (to !== undefined && from === undefined) {
        problems.push({ input: 'to', message: 'needs "from" too: a server asks for the sender first' });
    }
    return problems;
}
const CLEARTEXT = '"never" would send the password in clear text. Use "required", or "implicit-tls: true"; only for a test server on your own network set "allow-cleartext-auth: true"';

;// CONCATENATED MODULE: ./lib/smtp/redact.js
const REDACTED = '[redacted]';
const WITHHELD = '[withheld: the server repeated the credential]';
const TOO_SHORT = '[withheld: the secret is too short to be found in a text]';
/** Below this many characters a secret occurs in innocent words, so texts are withheld instead. */
const MIN_SECRET_LENGTH = 4;
/** A secret taken apart by blanks or line ends is looked for from this many letters and digits on. */
const MIN_SQUEEZED_LENGTH = 6;
/**
 * Makes the function that hides `secrets` in whatever a server says: as given, in Base64 at every
 * alignment, Base64url, hex, URL, JSON, HTML and Markdown escapes, in any letter case. Where a secret
 * appears only after blanks and punctuation are dropped, the whole text is withheld.
 */
function createRedact(secrets) {
    const given = secrets.filter((secret) => secret !== '');
    if (given.some((secret) => secret.length < MIN_SECRET_LENGTH))
        return () => TOO_SHORT;
    const needles = [...new Set(given.flatMap(spellings))]
        .filter((needle) => needle.length >= MIN_SECRET_LENGTH)
        .sort((a, b) => b.length - a.length);
    const squeezed = needles.map(squeeze).filter((needle) => needle.length >= MIN_SQUEEZED_LENGTH);
    if (needles.length === 0)
        return (text) => text;
    const pattern = new RegExp(needles.map(escapeRegExp).join('|'), 'giu');
    return (text) => {
        const redacted = text.replace(pattern, REDACTED);
        const dense = squeeze(redacted);
        return squeezed.some((needle) => dense.includes(needle)) ? WITHHELD : redacted;
    };
}
/**
 * For facts that are not a server's free text, such as the user name (some providers want the same token
 * as user name and password). A secret too short to be found in a text hides only what equals it.
 */
function createRedactFacts(secrets) {
    const given = secrets.filter((secret) => secret !== '');
    const long = createRedact(given.filter((secret) => secret.length >= MIN_SECRET_LENGTH));
    return (text) => (given.includes(text) ? REDACTED : long(text));
}
/** Redacts a reply as one text, so that a secret split over its lines is found too. */
function redactReply(reply, redact) {
    const text = redact(reply.lines.join('\n'));
    return { ...reply, lines: text.split('\n') };
}
/** Every spelling of a secret that a server could answer with and a reader could undo. */
function spellings(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    const json = JSON.stringify(secret).slice(1, -1);
    return [
        secret,
        secret.trim(),
        secret.toUpperCase(), // `ß` becomes `SS`, which no comparison without case takes for the same
        ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
        bytes.toString('hex'),
        encodeURIComponent(bytes.toString('utf8')),
        json,
        json.replaceAll("'", "\\'"),
        escapeHtml(secret),
        bytes.toString('latin1'),
        ...characterEscapes(secret),
    ];
}
/** Every character escaped for itself: HTML entities, JSON and the `\\x` of many languages. */
function characterEscapes(secret) {
    const escape = (radix, pad, before, after = '') => Array.from(secret, (character) => before + (character.codePointAt(0) ?? 0).toString(radix).padStart(pad, '0') + after).join('');
    return [
        escape(10, 1, '&#', ';'),
        escape(16, 1, '&#x', ';'),
        escape(16, 4, '\\u'),
        escape(16, 2, '\\x'),
    ];
}
/** The Base64 characters that depend on `bytes` alone when `shift` other bytes come before them. */
function base64At(bytes, shift) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const start = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const core = encoded.slice(start, whole);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}
function escapeHtml(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
/** What stands between the letters is dropped, sequences that only colour a terminal as a whole. */
const FILLING = /\p{Cc}\[[\d;]*[a-z]|[^\p{L}\p{N}]/gu;
function squeeze(text) {
    return text.toLowerCase().replace(FILLING, '');
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

;// CONCATENATED MODULE: ./lib/config-result.js



/**
 * The answer when nothing could be tried: the inputs are wrong. A wrong value is not repeated in it.
 *
 * @param place where a list says it, such as `Entry 3`
 */
function configResult(raw, { problems }, place) {
    const isWrong = new Set(problems.map(({ input }) => input));
    const isEmpty = problems.some(({ input, message }) => SECRETS.has(input) && message.startsWith('is empty'));
    // A secret given for the wrong input must not come back in the message about it.
    const redact = createRedactFacts(SECRET_INPUTS.map((input) => raw[input]));
    const kind = place === undefined ? 'Input' : `${place}, key`;
    const detail = explainedOnce(problems)
        .map(({ input, message }) => `${kind} "${input}": ${redact(message)}.`)
        .join(' ');
    return {
        account: {
            host: isWrong.has('host') ? '' : raw.host,
            port: isWrong.has('port') ? 0 : Number(raw.port || ACCOUNT_DEFAULTS.port),
            username: isWrong.has('username') ? '' : redact(raw.username),
            tlsMode: 'starttls',
            mechanism: 'auto',
            certificateWarnDays: 0,
            expect: 'accepted',
        },
        verdict: 'config',
        trouble: { problem: isEmpty ? 'secret-empty' : 'input-invalid', detail },
        offered: [],
        authSent: false,
        credentialSent: false,
        stages: [],
        durationMs: 0,
        transcript: [],
        earlierTries: [],
    };
}
const SECRETS = new Set(['username', 'password', 'client-id']);
/** Why secrets are empty is a long story: it is told with the last of them only. */
function explainedOnce(problems) {
    const last = problems.findLastIndex(({ message }) => message.endsWith(EMPTY_SECRET));
    return problems.map(({ input, message }, index) => ({
        input,
        message: index < last ? message.replace(`. ${EMPTY_SECRET}`, '') : message,
    }));
}

;// CONCATENATED MODULE: ./lib/exit.js
/** Longer than any write to the log takes; nothing else is waited for. */
const GRACE_MS = 250;
/**
 * Lets the process end by itself, and makes it end where something would hold it: the verdict is known.
 * The exit status is `process.exitCode`.
 */
function endSoon() {
    setTimeout(leave, GRACE_MS).unref();
}
/**
 * A name lookup (getaddrinfo in a thread of libuv) cannot be called back, and process.exit() joins that
 * thread: with a silent name server it stays for 10 s and more, past any deadline. Becoming another
 * program ends all threads at once. Node has execve from 22.15 on, and not on Windows; before that the
 * resolver's own time limit is waited for.
 */
function leave() {
    const { execve } = process;
    const status = Number(process.exitCode ?? 0);
    if (process.platform !== 'win32' && execve)
        execve('/bin/sh', ['sh', '-c', `exit ${status}`], {});
    process.exit();
}

;// CONCATENATED MODULE: ./lib/smtp/problem.js
/**
 * Everything that can go wrong, and the verdict each problem leads to. A verdict is never chosen
 * anywhere else: whoever notices a problem names it, and this table judges.
 */
const PROBLEMS = {
    'credential-refused': 'rejected',
    'token-refused': 'rejected',
    'temporary-failure': 'temporary',
    throttled: 'temporary',
    'token-unavailable': 'temporary',
    'timed-out': 'timeout',
    'name-not-found': 'unreachable',
    'name-lookup-failed': 'unreachable',
    'connection-refused': 'unreachable',
    'network-unreachable': 'unreachable',
    'connection-lost': 'unreachable',
    'service-refused': 'unreachable',
    'token-endpoint-unreachable': 'unreachable',
    'starttls-missing': 'tls',
    'starttls-refused': 'tls',
    'starttls-injection': 'tls',
    'tls-not-spoken': 'tls',
    'tls-version': 'tls',
    'tls-handshake': 'tls',
    'tls-required': 'tls',
    'client-certificate-required': 'tls',
    'certificate-expired': 'tls',
    'certificate-not-yet-valid': 'tls',
    'certificate-name-mismatch': 'tls',
    'certificate-self-signed': 'tls',
    'certificate-unknown-ca': 'tls',
    'certificate-wrong-usage': 'tls',
    'certificate-weak': 'tls',
    'certificate-pin-mismatch': 'tls',
    'certificate-untrusted': 'tls',
    'token-endpoint-tls': 'tls',
    'tls-expected': 'protocol',
    'not-smtp': 'protocol',
    'malformed-reply': 'protocol',
    'reply-too-long': 'protocol',
    'unsolicited-bytes': 'protocol',
    'unexpected-reply': 'protocol',
    'ehlo-refused': 'protocol',
    'challenge-not-understood': 'protocol',
    'too-many-challenges': 'protocol',
    'premature-success': 'protocol',
    'challenge-malformed': 'protocol',
    'iterations-out-of-bounds': 'protocol',
    'server-not-authentic': 'protocol',
    'token-reply-malformed': 'protocol',
    'auth-not-offered': 'unsupported',
    'mechanism-not-offered': 'unsupported',
    'mechanism-refused': 'unsupported',
    'channel-binding-unavailable': 'unsupported',
    // The credential is good, so this is not `rejected`: nobody should change a password because of it.
    'sender-refused': 'unsupported',
    'recipient-refused': 'unsupported',
    'input-invalid': 'config',
    'token-request-invalid': 'config',
    'secret-empty': 'config',
    /** Our own fault: nothing is known of the account, so nothing about it is said. */
    'internal-error': 'config',
    cancelled: 'cancelled',
};
/** Thrown inside a check, caught once in `check()`. It says what happened, never what it means. */
class Failure extends Error {
    name = 'Failure';
    problem;
    reply;
    detail;
    constructor(problem, facts = {}) {
        super(problem, { cause: facts.cause });
        this.problem = problem;
        this.reply = facts.reply;
        this.detail = facts.detail;
    }
    get verdict() {
        return PROBLEMS[this.problem];
    }
}

;// CONCATENATED MODULE: ./lib/smtp/reply.js

/** RFC 5321 section 4.5.3.1.5 says 512; real EHLO and challenge lines are longer, 8 KiB is ample. */
const MAX_LINE_BYTES = 8 * 1024;
/** As curl's limit for one reply (lib/curlx/dynbuf.h, DYN_PINGPPONG_CMD: 64 KiB). */
const MAX_REPLY_BYTES = 64 * 1024;
/** The longest EHLO replies seen have some 30 lines. */
const MAX_REPLY_LINES = 500;
const LF = 0x0a;
const CR = 0x0d;
const REPLY_LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s;
/** What the first bytes of a reply line may be; lets a stranger be known before its line ends. */
const REPLY_START = /^(?:[2-5](?:\d(?:\d(?:[ -].*|\r)?)?)?)?$/s;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/;
/**
 * Turns bytes into replies. Pure and bounded: it throws a Failure (`not-smtp`, `tls-expected`,
 * `malformed-reply`, `reply-too-long`) as soon as the bytes cannot become a legal reply.
 */
class ReplyReader {
    #buffer = Buffer.alloc(0);
    #lines = [];
    #code = '';
    #bytes = 0;
    #awaitsGreeting;
    /** @param awaitsGreeting whether the first reply is the greeting, where a stranger shows himself */
    constructor(awaitsGreeting = false) {
        this.#awaitsGreeting = awaitsGreeting;
    }
    /** Whether the greeting is still to come. */
    get awaitsGreeting() {
        return this.#awaitsGreeting;
    }
    /** Bytes received that no reply has used up yet. */
    get pending() {
        return this.#buffer.length + this.#bytes;
    }
    /** True when the bytes left over are the start of a 421, the one reply a server may volunteer. */
    get pendingShutdown() {
        return this.#bytes === 0 && this.#buffer.subarray(0, 3).toString('latin1') === '421';
    }
    push(chunk) {
        this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    }
    /** The next complete reply, or undefined when more bytes are needed. */
    next() {
        for (;;) {
            const end = this.#buffer.indexOf(LF);
            if (end === -1) {
                this.#checkPartial();
                return undefined;
            }
            if (end >= MAX_LINE_BYTES)
                throw new Failure('reply-too-long');
            const line = this.#takeLine(end);
            const reply = this.#addLine(line);
            if (reply)
                return reply;
        }
    }
    #takeLine(end) {
        // RFC 5321 wants CRLF; a bare LF is no danger to a client that reads in lock-step.
        const stop = end > 0 && this.#buffer[end - 1] === CR ? end - 1 : end;
        const line = this.#buffer.toString('utf8', 0, stop);
        this.#buffer = this.#buffer.subarray(end + 1);
        this.#bytes += end + 1;
        if (this.#bytes > MAX_REPLY_BYTES)
            throw new Failure('reply-too-long');
        return line;
    }
    #addLine(line) {
        const match = REPLY_LINE.exec(line);
        if (!match)
            throw this.#malformed(line);
        const [, code = '', separator = ' ', text = ''] = match;
        if (this.#lines.length > 0 && code !== this.#code)
            throw this.#malformed(line);
        this.#code = code;
        this.#lines.push(text);
        if (this.#lines.length > MAX_REPLY_LINES)
            throw new Failure('reply-too-long');
        if (separator === '-')
            return undefined;
        return this.#complete();
    }
    #complete() {
        const lines = this.#lines;
        const enhanced = ENHANCED.exec(lines[0] ?? '')?.[1];
        this.#lines = [];
        this.#bytes = 0;
        this.#awaitsGreeting = false;
        return { code: Number(this.#code), ...(enhanced && { enhanced }), lines };
    }
    #checkPartial() {
        if (this.#buffer.length >= MAX_LINE_BYTES)
            throw new Failure('reply-too-long');
        if (this.#bytes + this.#buffer.length > MAX_REPLY_BYTES)
            throw new Failure('reply-too-long');
        const start = this.#buffer.toString('latin1', 0, 4);
        if (!REPLY_START.test(start))
            throw this.#malformed(this.#buffer.toString('utf8'));
    }
    #malformed(line) {
        // A TLS record starts with its type (20 to 23) and major version 3 (RFC 8446 section 5.1).
        const [type = 0, version] = Buffer.from(line, 'latin1');
        if (type >= 20 && type <= 23 && version === 3)
            return new Failure('tls-expected');
        const isStranger = this.#awaitsGreeting && this.#lines.length === 0;
        return new Failure(isStranger ? 'not-smtp' : 'malformed-reply', { detail: line });
    }
}
/** The reply's words alone: lines joined, the repeated enhanced status code dropped. */
function replyText(reply) {
    return reply.lines
        .map((line) => line.replace(ENHANCED, '').trim())
        .filter(Boolean)
        .join(' ');
}

;// CONCATENATED MODULE: ./lib/diagnosis/providers/amazon.js
const TROUBLESHOOT = 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html';
const amazon_CREDENTIALS = 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html';
const AMAZON = [
    {
        id: 'ses',
        name: 'Amazon SES',
        hosts: [
            'email-smtp.*.amazonaws.com',
            'email-smtp-fips.*.amazonaws.com',
            'email-smtp.*.amazonaws.com.cn',
            'email-smtp.*.api.aws',
            'email-smtp-fips.*.api.aws',
        ],
        starttls: [587, 2587],
        implicit: [465, 2465],
        shapes: [
            {
                input: 'username',
                shouldNot: /^ASIA[A-Z0-9]{16}$/,
                message: 'is a temporary access key, which Amazon SES does not take for SMTP. Use a key of an IAM user (it begins with AKIA)',
            },
            {
                input: 'username',
                should: /^(AKIA|ASIA)[A-Z0-9]{16}$/,
                message: 'is not an access key ID. Amazon SES wants the one that belongs to the SMTP password',
            },
            {
                input: 'password',
                shouldNot: /^[A-Za-z0-9/+]{40}$/,
                message: 'looks like an AWS secret access key. Amazon SES wants the SMTP password that is derived from it for one region',
            },
        ],
        sources: [amazon_CREDENTIALS, 'https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html'],
        replies: [
            {
                id: 'ses-wrong-credentials',
                code: 535,
                text: /Authentication Credentials Invalid/i,
                cause: 'wrong-credentials',
                meaning: 'Amazon SES does not know this pair of user name and SMTP password in this region.',
                nextStep: 'Create SMTP credentials in the SES console of the same region as "host" and store both parts. The AWS secret access key itself does not work, nor do temporary keys. A new key needs a minute or two.',
                sources: [TROUBLESHOOT, amazon_CREDENTIALS],
            },
            {
                id: 'ses-not-subscribed',
                code: 535,
                text: /Account not subscribed to SES/i,
                cause: 'smtp-auth-disabled',
                meaning: 'The AWS account is not signed up for Amazon SES.',
                nextStep: 'Open the SES console once in this account and sign up.',
                sources: [TROUBLESHOOT],
            },
            {
                id: 'ses-login-required',
                stage: 'mail',
                code: 530,
                text: /Authentication required/i,
                cause: 'login-missing',
                sources: [TROUBLESHOOT],
            },
            {
                id: 'ses-send-denied',
                stage: 'data',
                code: 554,
                text: /Access denied: User .{0,200} not authorized to perform .?ses:SendRawEmail/i,
                cause: 'not-authorised-to-send',
                meaning: 'The login works, but the IAM user may not send mail. A check of the login alone cannot see this.',
                nextStep: 'Allow "ses:SendRawEmail" for this IAM user on the identity it sends from.',
                sources: [TROUBLESHOOT],
            },
            {
                id: 'ses-not-verified',
                stage: 'data',
                code: 554,
                text: /Email address is not verified/i,
                cause: 'not-authorised-to-send',
                meaning: 'The login works, but an address is not verified in this region.',
                nextStep: 'Verify the sender in the SES console of this region. While the account is in the sandbox, recipients must be verified as well.',
                sources: [TROUBLESHOOT],
            },
            {
                id: 'ses-quota',
                stage: 'data',
                code: 454,
                text: /Throttling failure: (Daily message quota|Maximum sending rate) exceeded/i,
                cause: 'quota-exceeded',
                nextStep: 'Wait, or ask for a higher sending quota in the SES console.',
                sources: [TROUBLESHOOT],
            },
            {
                id: 'ses-cannot-check',
                code: 454,
                text: /Temporary authentication failure/i,
                cause: 'temporary-failure',
                meaning: 'Amazon SES cannot check logins right now. It says nothing about the password.',
                sources: [TROUBLESHOOT],
            },
            {
                id: 'ses-too-many-connections',
                stage: 'greeting',
                code: 421,
                text: /Too many concurrent SMTP connections/i,
                cause: 'throttled',
                nextStep: 'Let the jobs that send mail run one after the other.',
                sources: [TROUBLESHOOT],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/asia.js
/** Companies where people have mailboxes, Russia and East Asia. */
const AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const ALIYUN = 'https://help.aliyun.com/zh/document_detail/602363.html';
const CODE_SHAPE = {
    input: 'password',
    should: /^[A-Za-z]{16}$/,
    message: 'does not have the form of an authorisation code (16 letters). QQ Mail takes no login password here',
};
const ASIA = [
    {
        id: 'aliyun',
        name: 'Alibaba Mail',
        hosts: ['smtp.aliyun.com', 'smtp.qiye.aliyun.com', 'smtp.mxhichina.com', '*.mxhichina.com'],
        implicit: [465],
        sources: [ALIYUN],
        replies: [
            {
                id: 'aliyun-authentication-failure',
                code: 526,
                text: /Authentication failure/i,
                cause: 'app-password-required',
                meaning: 'Alibaba Mail refused the login: it wants the password for third-party clients, or access by mail programs is switched off.',
                nextStep: 'Allow third-party clients, generate their security password and store it. The user name is the full address.',
                sources: [ALIYUN],
            },
        ],
    },
    {
        id: 'mail-ru',
        name: 'Mail.ru',
        hosts: ['smtp.mail.ru'],
        starttls: [587],
        implicit: [465],
        sources: [AUTOCONFIG, PROVIDER_DB],
        replies: [
            {
                id: 'mail-ru-app-password',
                code: 535,
                enhanced: '5.7.0',
                text: /parol prilozheniya|Application password is REQUIRED/i,
                cause: 'app-password-required',
                nextStep: 'Create a password for external applications in the account and store it.',
                sources: ['https://github.com/lmanukyan/print-designer/issues/5', PROVIDER_DB],
            },
        ],
    },
    {
        id: 'naver',
        name: 'Naver',
        hosts: ['smtp.naver.com'],
        starttls: [587],
        implicit: [465],
        sources: [AUTOCONFIG, PROVIDER_DB],
        replies: [
            {
                id: 'naver-not-accepted',
                code: 535,
                enhanced: '5.7.1',
                text: /Username and Password not accepted/i,
                cause: 'wrong-credentials',
                meaning: 'Naver refused user name and password. It says the same when POP3/SMTP is off or an app password is needed.',
                nextStep: 'Switch on POP3/SMTP in the mail settings, create an app password if two-step login is on, and store it.',
                sources: [PROVIDER_DB],
            },
        ],
    },
    {
        id: 'netease',
        name: 'NetEase (163, 126, yeah)',
        hosts: ['smtp.163.com', 'smtp.126.com', 'smtp.yeah.net'],
        implicit: [465],
        sources: [AUTOCONFIG, PROVIDER_DB],
        replies: [
            {
                id: 'netease-no-permission',
                code: 550,
                text: /User has no permission/i,
                cause: 'smtp-auth-disabled',
                meaning: 'SMTP is not switched on for this account, or NetEase has blocked it.',
                nextStep: 'Switch on SMTP in the web settings and store the authorisation code that they show, not the login password.',
                sources: [PROVIDER_DB],
            },
            {
                id: 'netease-wrong-credentials',
                code: 535,
                text: /Error: authentication failed/i,
                cause: 'wrong-credentials',
                nextStep: 'Store the authorisation code for mail programs from the web settings; the login password is not taken here.',
                sources: [
                    'https://github.com/Vincedream/NodeMail/issues/11',
                    'https://github.com/lossme/ComicBook/issues/3',
                ],
            },
        ],
    },
    {
        id: 'qq',
        name: 'QQ Mail',
        hosts: ['smtp.qq.com'],
        starttls: [587],
        implicit: [465],
        shapes: [CODE_SHAPE],
        sources: [AUTOCONFIG, PROVIDER_DB],
        replies: [
            {
                id: 'qq-authorisation-code',
                code: 535,
                text: /authorization code to login/i,
                cause: 'app-password-required',
                meaning: 'QQ Mail wants an authorisation code, not the login password; codes lapse when the password changes.',
                nextStep: 'Switch on SMTP in the web settings and store the 16 letters that they show.',
                sources: [
                    'https://github.com/louislam/uptime-kuma/issues/3434',
                    'https://github.com/pppscn/SmsForwarder/issues/507',
                ],
            },
            {
                id: 'qq-authorisation-code-chinese',
                code: 535,
                text: /no=1001256|\u8bf7\u4f7f\u7528\u6388\u6743\u7801\u767b\u5f55/,
                cause: 'app-password-required',
                meaning: 'QQ Mail wants an authorisation code, not the login password; codes lapse when the password changes.',
                nextStep: 'Switch on SMTP in the web settings and store the 16 letters that they show.',
                sources: [
                    'https://github.com/pandolia/qqbot/issues/36',
                    'https://github.com/DesertsP/Valine-Admin/issues/16',
                ],
            },
        ],
    },
    {
        id: 'tencent',
        name: 'Tencent (QQ Mail, Exmail) and Feishu',
        hosts: ['smtp.exmail.qq.com', 'smtp.qq.com', 'smtp.feishu.cn', 'smtp.larksuite.com'],
        implicit: [465],
        sources: [AUTOCONFIG],
        replies: [
            {
                id: 'tencent-account-abnormal',
                code: 535,
                text: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
                cause: 'ambiguous-refusal',
                meaning: 'The server has one sentence for five reasons: a wrong or lapsed code, SMTP switched off, too many logins, or an unusual place. The cause is not certain.',
                nextStep: 'Renew the authorisation code, make sure that SMTP is on, and wait some hours before the next try.',
                sources: ['https://github.com/chengazhen/cursor-auto-free/issues/294'],
            },
            {
                id: 'tencent-system-busy',
                code: 535,
                text: /authentication failed, system busy/i,
                cause: 'throttled',
                meaning: 'After many logins the account takes no more for a while; right passwords get this answer too.',
                nextStep: 'Wait some hours, check the password for mail programs, and check less often.',
                sources: [AUTOCONFIG],
            },
        ],
    },
    {
        id: 'yahoo-japan',
        name: 'Yahoo! JAPAN Mail',
        hosts: ['smtp.mail.yahoo.co.jp'],
        implicit: [465],
        sources: [AUTOCONFIG, 'https://qiita.com/mironak/items/966903343fb0b6598bb6'],
    },
    {
        id: 'yandex',
        name: 'Yandex Mail',
        hosts: ['smtp.yandex.com', 'smtp.yandex.ru', 'smtp.yandex.*'],
        implicit: [465],
        sources: [AUTOCONFIG, PROVIDER_DB],
        replies: [
            {
                id: 'yandex-no-access',
                code: 535,
                enhanced: '5.7.8',
                text: /does not have access rights to this service/i,
                cause: 'app-password-required',
                meaning: 'Access by mail programs is switched off for this account, or it needs an app password.',
                nextStep: 'Allow mail programs in the settings, create an app password of the type "Mail" and store it.',
                sources: [PROVIDER_DB],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/google.js
const HELP = 'https://support.google.com/a/answer/3726730';
const SISIMAI = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Rhost/Google.pm';
const APP_PASSWORDS = 'https://support.google.com/accounts/answer/185833';
const GOOGLE = [
    {
        id: 'gmail',
        name: 'Gmail and Google Workspace',
        hosts: ['smtp.gmail.com', 'smtp.googlemail.com', 'smtp-relay.gmail.com', 'aspmx.l.google.com'],
        banner: /\bgsmtp$/,
        starttls: [587],
        implicit: [465],
        shapes: [
            {
                input: 'password',
                // Four groups of four letters; Google shows them with blanks and takes them with and without.
                should: /^[a-z]{4}[ \u00a0]?[a-z]{4}[ \u00a0]?[a-z]{4}[ \u00a0]?[a-z]{4}$/i,
                message: 'does not have the form of an app password (16 letters). Google takes no account password here; create an app password in the Google account',
            },
        ],
        sources: [APP_PASSWORDS, 'https://github.com/thunderbird/autoconfig'],
        replies: [
            {
                id: 'gmail-not-accepted',
                code: 535,
                enhanced: '5.7.8',
                text: /Username and Password not accepted|BadCredentials/i,
                cause: 'wrong-credentials',
                meaning: "Google refused user name and password. It never accepts the account's own password here, only an app password.",
                nextStep: 'Create a new app password in the Google account (2-Step Verification must be on) and store its 16 letters as the secret. The user name is the full address.',
                tokenNextStep: 'Fetch a new access token with the scope https://mail.google.com/ for this very address.',
                sources: [
                    'https://github.com/dawidd6/action-send-mail/issues/205',
                    'https://github.com/dawidd6/action-send-mail/issues/120',
                    APP_PASSWORDS,
                ],
            },
            {
                id: 'gmail-app-password',
                code: 534,
                enhanced: '5.7.9',
                text: /Application-specific password required|InvalidSecondFactor/i,
                cause: 'app-password-required',
                meaning: "The secret is the account's own password. With 2-Step Verification on, Google wants an app password instead.",
                nextStep: 'Create an app password at https://myaccount.google.com/apppasswords and store its 16 letters as the secret.',
                sources: ['https://github.com/dawidd6/action-send-mail/issues/155', SISIMAI],
            },
            {
                id: 'gmail-web-login',
                code: 534,
                enhanced: '5.7.9',
                text: /log in with your web browser|WebLoginRequired/i,
                cause: 'client-address-refused',
                meaning: 'Google does not trust a login from this address. That happens to right app passwords too when a cloud runner uses them, and always to account passwords.',
                nextStep: 'Use an app password and confirm the security alert in the Google account. If it comes back, use an access token or a sending service: hosted runners change their address.',
                sources: [SISIMAI, HELP],
            },
            {
                id: 'gmail-continue-sign-in',
                code: 534,
                enhanced: '5.7.14',
                text: /log in (via|through) your web browser|ContinueSignIn|signin\/continue/i,
                cause: 'client-address-refused',
                meaning: 'Google does not trust a login from this address. That happens to right app passwords too when a cloud runner uses them, and always to account passwords.',
                nextStep: 'Use an app password and confirm the security alert in the Google account. If it comes back, use an access token or a sending service: hosted runners change their address.',
                sources: [SISIMAI, HELP],
            },
            {
                id: 'gmail-too-many-logins',
                code: 454,
                enhanced: '4.7.0',
                text: /Too many login attempts/i,
                cause: 'throttled',
                meaning: 'Google has seen too many logins to this account or from this address. It says nothing about the password.',
                nextStep: 'Wait some hours and check less often; once a day is enough.',
                sources: [SISIMAI],
            },
            {
                id: 'gmail-system-problem',
                code: 454,
                enhanced: '4.7.0',
                text: /Cannot authenticate due to (a )?temporary system problem/i,
                cause: 'temporary-failure',
                meaning: 'Google cannot check logins right now. It says nothing about the password.',
                sources: [HELP, SISIMAI],
            },
            {
                id: 'gmail-starttls-first',
                stage: 'mail',
                code: 530,
                enhanced: '5.7.0',
                text: /Must issue a STARTTLS/i,
                cause: 'tls-required',
                sources: [HELP, SISIMAI],
            },
            {
                id: 'gmail-login-required',
                stage: 'mail',
                code: 530,
                enhanced: '5.5.1',
                text: /Authentication Required/i,
                cause: 'login-missing',
                sources: [HELP, SISIMAI],
            },
            {
                id: 'gmail-cannot-decode',
                code: 501,
                enhanced: '5.5.2',
                text: /Cannot Decode response/i,
                cause: 'login-malformed',
                sources: [HELP, SISIMAI],
            },
            {
                id: 'gmail-optional-argument',
                code: 535,
                enhanced: '5.5.4',
                text: /Optional Argument not permitted/i,
                cause: 'login-malformed',
                sources: [HELP],
            },
            {
                id: 'gmail-pipelined-starttls',
                stage: 'starttls',
                code: 454,
                enhanced: '4.5.0',
                text: /no commands allowed to pipeline after STARTTLS/i,
                cause: 'login-malformed',
                meaning: 'Google received something between STARTTLS and the start of TLS.',
                nextStep: 'If you see this from your own program: send nothing after STARTTLS until TLS is up.',
                sources: [HELP, SISIMAI],
            },
            {
                id: 'gmail-try-again-later',
                stage: 'ehlo',
                code: 421,
                enhanced: '4.7.0',
                text: /Try again later, closing connection/i,
                cause: 'throttled',
                meaning: 'Google turned the session away because of the name in EHLO or of this address.',
                nextStep: 'Set "ehlo-name" to a real host name, wait, and run the job again.',
                sources: [HELP],
            },
            {
                id: 'gmail-relay-credentials',
                stage: 'mail',
                code: 550,
                enhanced: '5.7.1',
                text: /Invalid credentials for relay/i,
                cause: 'not-authorised-to-send',
                meaning: "The Workspace relay does not take mail from this sender's domain or address.",
                nextStep: 'Log in with an account of that domain. An allow-list of addresses does not help a hosted runner, whose address changes.',
                sources: [SISIMAI],
            },
            {
                id: 'gmail-relay-denied',
                stage: 'mail',
                code: 550,
                enhanced: '5.7.0',
                text: /Mail relay denied/i,
                cause: 'not-authorised-to-send',
                meaning: "The Workspace relay does not take mail from this sender's domain or address.",
                nextStep: 'Log in with an account of that domain. An allow-list of addresses does not help a hosted runner, whose address changes.',
                sources: [SISIMAI],
            },
            {
                id: 'gmail-token-report',
                code: 334,
                text: /^eyJzdGF0dXMiOi/,
                cause: 'access-token-refused',
                tokenNextStep: 'Fetch a new access token with the scope https://mail.google.com/ for this very address.',
                sources: ['https://developers.google.com/gmail/imap/xoauth2-protocol'],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/hosting.js
/** Companies that host domains and their mailboxes. */
const hosting_AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const hosting_PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const FOREIGN_STEP = 'Switch off the filter for foreign addresses for this domain or mailbox in the control panel, or use a runner in Japan: hosted runners are outside it.';
const HOSTING = [
    {
        id: 'gandi',
        name: 'Gandi',
        hosts: ['mail.gandi.net'],
        starttls: [587],
        implicit: [465],
        sources: [hosting_AUTOCONFIG],
    },
    {
        id: 'godaddy',
        name: 'GoDaddy',
        hosts: ['smtpout.secureserver.net', '*.secureserver.net'],
        implicit: [465],
        sources: [hosting_AUTOCONFIG],
        replies: [
            {
                id: 'godaddy-disabled',
                code: 535,
                text: /account disabled/i,
                cause: 'account-locked',
                nextStep: 'Switch the mailbox on again in the e-mail dashboard.',
                sources: [hosting_AUTOCONFIG],
            },
        ],
    },
    {
        id: 'hetzner',
        name: 'Hetzner',
        hosts: ['mail.your-server.de'],
        implicit: [465],
        starttls: [587],
        sources: [hosting_AUTOCONFIG],
    },
    {
        id: 'infomaniak',
        name: 'Infomaniak',
        hosts: ['mail.infomaniak.com'],
        starttls: [587],
        implicit: [465],
        sources: [hosting_PROVIDER_DB],
        replies: [
            {
                id: 'infomaniak-wrong-credentials',
                code: 535,
                enhanced: '5.7.0',
                text: /Invalid login or password/i,
                cause: 'wrong-credentials',
                nextStep: 'Create a device password for the mailbox and store it; the password of the web login is not taken here.',
                sources: [hosting_PROVIDER_DB],
            },
        ],
    },
    {
        id: 'ionos',
        name: 'IONOS',
        hosts: [
            'smtp.ionos.com',
            'smtp.ionos.*',
            'smtp.1und1.de',
            'smtp.1and1.com',
            'auth.smtp.1and1.*',
            'smtp.perfora.net',
            'smtp.kundenserver.de',
        ],
        banner: /kundenserver\.de .{0,60}Nemesis ESMTP/i,
        starttls: [587],
        implicit: [465],
        sources: [hosting_AUTOCONFIG],
        replies: [
            {
                id: 'ionos-wrong-credentials',
                code: 535,
                text: /Authentication credentials invalid/i,
                cause: 'wrong-credentials',
                nextStep: 'Use the full address and the password of the mailbox, not the login of the control panel.',
                sources: [hosting_AUTOCONFIG],
            },
        ],
    },
    {
        id: 'ovh',
        name: 'OVHcloud',
        hosts: ['ssl0.ovh.net'],
        implicit: [465],
        sources: [hosting_AUTOCONFIG],
    },
    {
        id: 'sakura',
        name: 'Sakura Internet',
        hosts: ['*.sakura.ne.jp'],
        starttls: [587],
        implicit: [465],
        caution: 'Sakura turns logins from outside Japan away unless its filter for foreign addresses is off; hosted runners are outside.',
        sources: ['https://help.sakura.ad.jp/206053872/'],
        replies: [
            {
                id: 'sakura-foreign-address',
                stage: 'mail',
                code: 550,
                enhanced: '5.7.1',
                text: /Command rejected/i,
                cause: 'client-address-refused',
                meaning: 'Sakura turns clients outside Japan away unless told otherwise.',
                nextStep: FOREIGN_STEP,
                sources: ['https://help.sakura.ad.jp/206053872/'],
            },
        ],
    },
    {
        id: 'strato',
        name: 'Strato',
        hosts: ['smtp.strato.de'],
        starttls: [587],
        implicit: [465],
        sources: [hosting_AUTOCONFIG],
    },
    {
        id: 'xserver',
        name: 'Xserver',
        hosts: ['sv*.xserver.jp'],
        starttls: [587],
        implicit: [465],
        caution: 'Xserver limits logins from outside Japan unless the server panel allows them; hosted runners are outside.',
        sources: ['https://www.xserver.ne.jp/support/faq/faq_service_mail_trouble.php'],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/mailboxes.js
/** Companies where people have mailboxes, Europe and America. */
const mailboxes_AUTOCONFIG = 'https://github.com/thunderbird/autoconfig';
const mailboxes_PROVIDER_DB = 'https://github.com/chatmail/provider-db';
const PROTON = 'https://proton.me/support/smtp-submission';
const MAILBOXES = [
    {
        id: 'yahoo',
        name: 'Yahoo, AOL and AT&T',
        hosts: ['smtp.mail.yahoo.com', 'smtp.aol.com', 'smtp.mail.att.net', 'smtp.mail.yahoo.*'],
        starttls: [587],
        implicit: [465],
        shapes: [
            {
                input: 'password',
                should: /^[a-z]{4}[ -]?[a-z]{4}[ -]?[a-z]{4}[ -]?[a-z]{4}$/i,
                message: 'does not have the form of an app password (16 letters). The account password is not taken here',
            },
        ],
        sources: [mailboxes_AUTOCONFIG, mailboxes_PROVIDER_DB],
        replies: [
            {
                id: 'yahoo-auth005',
                code: 535,
                enhanced: '5.7.0',
                text: /#AUTH005/,
                cause: 'app-password-required',
                meaning: 'Almost always the secret is the account\'s own password, which is not taken here, although the text speaks of "too many bad auth attempts". Further tries can lock the account.',
                nextStep: 'Create an app password in the account security page, store it, and wait half an hour before the next run. The user name is the full address.',
                sources: [
                    'https://github.com/nodemailer/nodemailer/issues/1112',
                    'https://github.com/PHPMailer/PHPMailer/issues/3291',
                ],
            },
        ],
    },
    {
        id: 'icloud',
        name: 'iCloud Mail',
        hosts: ['smtp.mail.me.com', 'smtp.mail.icloud.com'],
        starttls: [587],
        shapes: [
            {
                input: 'password',
                should: /^[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}$/,
                message: 'does not have the form of an app-specific password (four groups of four letters). The Apple Account password is not taken here',
            },
        ],
        sources: [mailboxes_AUTOCONFIG, 'https://github.com/dawidd6/action-send-mail/issues/84'],
        replies: [
            {
                id: 'icloud-wrong-credentials',
                code: 535,
                enhanced: '5.7.8',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                nextStep: 'Create an app-specific password at https://account.apple.com and store it. The user name is the @icloud.com or @me.com address, also if you send from a domain of your own.',
                sources: ['https://github.com/kellylford/QuickMail/issues/32'],
            },
        ],
    },
    {
        id: 'proton',
        name: 'Proton Mail',
        hosts: ['smtp.protonmail.ch'],
        starttls: [587],
        sources: [PROTON],
        replies: [
            {
                id: 'proton-mechanism',
                code: 535,
                enhanced: '5.7.8',
                text: /Invalid authentication mechanism/i,
                cause: 'mechanism-refused',
                nextStep: 'Set "mechanism: PLAIN".',
                sources: [
                    'https://github.com/splitbrain/dokuwiki-plugin-smtp/issues/65',
                    'https://github.com/home-assistant/core/issues/154774',
                ],
            },
            {
                id: 'proton-wrong-credentials',
                code: 535,
                enhanced: '5.7.8',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                nextStep: 'Create an SMTP token for the address of your own domain and store it as the password; the account password does not work here.',
                sources: ['https://github.com/dawidd6/action-send-mail/issues/208', PROTON],
            },
            {
                id: 'proton-login-required',
                stage: 'mail',
                code: 553,
                enhanced: '5.7.1',
                text: /Sender address rejected: not logged in/i,
                cause: 'login-missing',
                sources: ['https://github.com/home-assistant/core/issues/154774'],
            },
        ],
    },
    {
        id: 'zoho',
        name: 'Zoho Mail',
        hosts: [
            'smtp.zoho.com',
            'smtppro.zoho.com',
            'smtp.zoho.*',
            'smtppro.zoho.*',
            'smtp.zoho.com.*',
            'smtppro.zoho.com.*',
            'smtp.zohocloud.ca',
            'smtppro.zohocloud.ca',
        ],
        starttls: [587],
        implicit: [465],
        sources: ['https://www.zoho.com/mail/help/zoho-smtp.html', mailboxes_AUTOCONFIG],
        replies: [
            {
                id: 'zoho-wrong-credentials',
                code: 535,
                text: /Authentication Failed/i,
                cause: 'wrong-credentials',
                nextStep: 'Use the full address, the host of the region in which the account lives (smtp.zoho.eu, .in, …), and an app password if two-factor login is on.',
                sources: [
                    'https://github.com/nodemailer/nodemailer/issues/456',
                    'https://www.zoho.com/mail/help/zoho-smtp.html',
                ],
            },
            {
                id: 'zoho-access-restricted',
                code: 554,
                enhanced: '5.7.8',
                text: /Access Restricted/i,
                cause: 'smtp-auth-disabled',
                meaning: 'This account or plan may not log in by SMTP on this host. The password was not judged.',
                nextStep: 'Free and personal plans use smtp.zoho.(region), paid plans with a domain smtppro.zoho.(region). Then check that SMTP is on for the mailbox.',
                sources: ['https://postigo.net/smtp/zoho'],
            },
            {
                id: 'zoho-sender-blocked',
                stage: 'any',
                code: 554,
                enhanced: '5.1.8',
                text: /Sender Address Blocked/i,
                cause: 'account-locked',
                meaning: 'Outgoing mail is blocked for this account.',
                nextStep: "Unblock it in Zoho's console.",
                sources: ['https://help.zoho.com/portal/en/community/topic/issue-with-outgoing-mail'],
            },
            {
                id: 'zoho-relaying',
                stage: 'mail',
                code: 553,
                text: /Relaying disallowed/i,
                cause: 'not-authorised-to-send',
                nextStep: "Send from the account's own address or one of its aliases.",
                sources: ['https://github.com/mybb/mybb/issues/2644'],
            },
        ],
    },
    {
        id: 'gmx',
        name: 'GMX, web.de and mail.com',
        hosts: ['mail.gmx.net', 'mail.gmx.com', 'smtp.web.de', 'smtp.mail.com'],
        starttls: [587],
        implicit: [465],
        sources: [mailboxes_AUTOCONFIG],
        replies: [
            {
                id: 'gmx-wrong-credentials',
                code: 535,
                text: /Authentication credentials invalid/i,
                cause: 'wrong-credentials',
                nextStep: 'Switch on "POP3 and IMAP" in the web settings: it is off by default and goes off when unused. With two-factor login create an app password. Then check the secret.',
                sources: ['https://github.com/jens-maus/yam/issues/638'],
            },
            {
                id: 'gmx-wrong-credentials-older',
                code: 535,
                enhanced: '5.7.0',
                text: /Incorrect username or password/i,
                cause: 'wrong-credentials',
                nextStep: 'Switch on "POP3 and IMAP" in the web settings: it is off by default and goes off when unused. With two-factor login create an app password. Then check the secret.',
                sources: ['https://github.com/jens-maus/yam/issues/638'],
            },
        ],
    },
    {
        id: 'fastmail',
        name: 'Fastmail',
        hosts: ['smtp.fastmail.com'],
        starttls: [587],
        implicit: [465],
        sources: ['https://www.fastmail.com/help/technical/servernamesandports.html'],
    },
    {
        id: 'telekom',
        name: 'Telekom (T-Online)',
        hosts: ['securesmtp.t-online.de'],
        starttls: [587],
        implicit: [465],
        sources: [mailboxes_AUTOCONFIG],
    },
    {
        id: 'tiscali',
        name: 'Tiscali',
        hosts: ['smtp.tiscali.it'],
        sources: ['https://github.com/MailCore/mailcore2/pull/1517'],
        replies: [
            {
                id: 'tiscali-simple-password',
                code: 535,
                enhanced: '5.7.0',
                text: /password is too simple/i,
                cause: 'password-change-required',
                meaning: 'The password may be right, but it is too simple for sending mail.',
                nextStep: 'Set a stronger password in the webmail, then update the secret.',
                sources: [
                    'https://github.com/MailCore/mailcore2/pull/1517',
                    'https://github.com/MailCore/mailcore2/pull/1520',
                ],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/microsoft.js
const OFFICE_DOCS = 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';
const DEVICES = 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off';
const OAUTH = 'https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth';
const microsoft_SISIMAI = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Rhost/Microsoft.pm';
const MICROSOFT = [
    {
        id: 'microsoft',
        name: 'Microsoft 365 and Outlook.com',
        hosts: [
            'smtp.office365.com',
            'smtp-legacy.office365.com',
            'outlook.office365.com',
            'smtp-mail.outlook.com',
        ],
        banner: /outlook(\.office365)?\.com Microsoft ESMTP MAIL Service/i,
        starttls: [587],
        sources: [OFFICE_DOCS, 'https://github.com/thunderbird/autoconfig'],
        replies: [
            {
                id: 'microsoft-organisation-off',
                code: 535,
                enhanced: '5.7.139',
                text: /SmtpClientAuthentication is disabled for the Tenant/i,
                cause: 'smtp-auth-disabled',
                meaning: 'Login by SMTP is switched off for your whole organisation. The password was not judged; an access token meets the same wall.',
                nextStep: 'Ask an Exchange administrator to switch "Authenticated SMTP" on for this one mailbox: Set-CASMailbox MAILBOX -SmtpClientAuthenticationDisabled $false. It takes up to an hour.',
                sources: [
                    'https://github.com/simonrob/email-oauth2-proxy/issues/193',
                    'https://github.com/nodemailer/nodemailer/issues/1484',
                ],
            },
            {
                id: 'microsoft-mailbox-off',
                code: 535,
                enhanced: '5.7.139',
                text: /SmtpClientAuthentication is disabled for the Mailbox/i,
                cause: 'smtp-auth-disabled',
                meaning: 'Login by SMTP is switched off for this mailbox. The name is right: the mailbox was found.',
                nextStep: 'Work or school: ask an administrator to tick "Authenticated SMTP" for this user under "Manage email apps". A personal Outlook.com mailbox has no such switch; send through another service.',
                sources: [OFFICE_DOCS],
            },
            {
                id: 'microsoft-password-login-off',
                code: 535,
                enhanced: '5.7.139',
                text: /basic authentication is disabled/i,
                cause: 'oauth-required',
                meaning: 'This account may not log in with a password, and an app password is no way round it. Outlook.com has worked like this since September 2024.',
                nextStep: 'Do not change the password. Log in with an access token (mechanism XOAUTH2), or send through another service.',
                sources: [
                    'https://github.com/nodemailer/nodemailer/issues/1714',
                    'https://github.com/simonrob/email-oauth2-proxy/issues/297',
                ],
            },
            {
                id: 'microsoft-security-defaults',
                code: 535,
                enhanced: '5.7.139',
                text: /locked by your organization.s security defaults/i,
                cause: 'smtp-auth-disabled',
                meaning: 'Your organisation\'s "security defaults" forbid login with a password over SMTP, whatever the mailbox\'s own setting says.',
                nextStep: 'Log in with an access token, or ask an Entra administrator to replace security defaults by Conditional Access rules that leave this mailbox out.',
                sources: ['https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/2075'],
            },
            {
                id: 'microsoft-conditional-access',
                code: 535,
                enhanced: '5.7.139',
                text: /did not meet the criteria to be authenticated/i,
                cause: 'sign-in-policy',
                meaning: 'A sign-in rule of your organisation (Conditional Access) refused this login, often because of the address it came from. The same password may work from the office and fail from a cloud runner.',
                nextStep: 'Ask an administrator to open the Entra sign-in log, application "Authenticated SMTP": it names the rule and the address. Then leave this mailbox out of the rule, or use a runner with a fixed address.',
                sources: ['https://docs.bookyourpto.com/features/smtp-troubleshoot'],
            },
            {
                id: 'microsoft-wrong-password',
                code: 535,
                enhanced: '5.7.139',
                text: /user credentials were incorrect/i,
                cause: 'wrong-credentials',
                nextStep: 'Log in to Outlook on the web with the same name and password. Use the sign-in name, not an alias. If a second factor is asked for, a password alone cannot work here. Then update the secret.',
                sources: ['https://github.com/codassassin/email-bomber-v2.0/issues/1'],
            },
            {
                id: 'microsoft-account-locked',
                code: 535,
                enhanced: '5.7.139',
                text: /account (is )?locked/i,
                cause: 'account-locked',
                meaning: 'The account is locked after several failed logins. Each further try lengthens it.',
                nextStep: 'Stop this workflow, correct the stored password, and wait or let an administrator unblock the account.',
                sources: [OFFICE_DOCS],
            },
            {
                id: 'microsoft-account-issue',
                code: 535,
                enhanced: '5.7.139',
                text: /account has an issue/i,
                cause: 'account-locked',
                meaning: 'The account is blocked, disabled or without a licence.',
                nextStep: 'Ask an administrator to check the user\'s sign-in status and licence, and the page "Restricted entities".',
                sources: [OFFICE_DOCS],
            },
            {
                id: 'microsoft-policy',
                code: 535,
                enhanced: '5.7.139',
                cause: 'sign-in-policy',
                meaning: 'A rule of your organisation refused this login, in words that are not known here. The password is seldom the reason for this code.',
                nextStep: 'Ask an administrator to check, in this order: SMTP login for the organisation, for the mailbox, security defaults, Conditional Access.',
                sources: [OFFICE_DOCS],
            },
            {
                id: 'microsoft-unsuccessful',
                code: 535,
                enhanced: '5.7.3',
                text: /Authentication unsuccessful/i,
                cause: 'wrong-credentials',
                nextStep: 'Log in to Outlook on the web with the same name and password; use the sign-in name, not an alias. If that works, ask an administrator whether "Authenticated SMTP" is on for this mailbox.',
                tokenNextStep: 'Check that the token is meant for this mailbox: "username" must be a mailbox that the application may use (New-ServicePrincipal with the Object ID of the enterprise application, then Add-MailboxPermission). Changes take up to an hour.',
                sources: [DEVICES, OAUTH],
            },
            {
                id: 'microsoft-password-login-retired',
                code: 550,
                enhanced: '5.7.30',
                text: /Basic authentication is not supported for Client Submission/i,
                cause: 'oauth-required',
                meaning: 'Microsoft has retired login with a password for sending mail. This is permanent.',
                nextStep: 'Log in with an access token (mechanism XOAUTH2), or send through another service or relay.',
                sources: [
                    'https://www.captaindns.com/en/blog/microsoft-exchange-basic-auth-smtp-end',
                    'https://github.com/OpenCTI-Platform/opencti/issues/12069',
                ],
            },
            {
                id: 'microsoft-mechanism',
                code: 504,
                enhanced: '5.7.4',
                text: /Unrecognized authentication type/i,
                cause: 'mechanism-refused',
                nextStep: 'Set "mechanism: LOGIN" for a password: Microsoft does not take PLAIN.',
                tokenNextStep: 'Set "mechanism: XOAUTH2" for an access token.',
                sources: [OFFICE_DOCS],
            },
            {
                id: 'microsoft-no-login-before-mail',
                stage: 'mail',
                code: 530,
                enhanced: '5.7.57',
                text: /Client (was )?not authenticated to send/i,
                cause: 'login-missing',
                meaning: 'Mail was handed over without a successful login. Programs that go on after a failed login show this line and hide the 535 that matters.',
                nextStep: 'Look for the earlier 535; if there is none, the program sent no login at all.',
                sources: ['https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/3124', DEVICES],
            },
            {
                id: 'microsoft-send-as',
                stage: 'mail',
                code: 550,
                enhanced: '5.7.60',
                text: /not have permissions to send as|SendAsDenied/i,
                cause: 'not-authorised-to-send',
                meaning: 'The login works, but this mailbox may not send with that sender address.',
                nextStep: 'Send as the mailbox itself, or ask an administrator for the "Send as" permission on that address.',
                sources: [DEVICES],
            },
            {
                id: 'microsoft-send-as-at-data',
                stage: 'data',
                code: 554,
                enhanced: '5.7.60',
                text: /not have permissions to send as|SendAsDenied/i,
                cause: 'not-authorised-to-send',
                meaning: 'The login works, but this mailbox may not send with that sender address.',
                nextStep: 'Send as the mailbox itself, or ask an administrator for the "Send as" permission on that address.',
                sources: [DEVICES],
            },
            {
                id: 'microsoft-bad-outbound-sender',
                stage: 'data',
                code: 550,
                enhanced: '5.1.8',
                text: /Bad outbound sender/i,
                cause: 'account-locked',
                meaning: 'The mailbox may not send mail to the outside, because spam was sent from it.',
                nextStep: 'Secure the account first; then an administrator can take it off the list "Restricted entities".',
                sources: [DEVICES],
            },
            {
                id: 'microsoft-thread-limit',
                stage: 'mail',
                code: 432,
                enhanced: '4.3.2',
                text: /sender thread limit exceeded/i,
                cause: 'throttled',
                meaning: 'More than three programs are sending from this mailbox at the same time.',
                nextStep: 'Let the jobs run one after the other, or give each its own mailbox.',
                sources: [OFFICE_DOCS],
            },
            {
                id: 'microsoft-server-error',
                stage: 'any',
                code: 451,
                enhanced: '4.7.0',
                text: /Temporary server error/i,
                cause: 'temporary-failure',
                meaning: 'Microsoft reports a fault of its own. It says nothing about the credential.',
                sources: [microsoft_SISIMAI],
            },
            {
                id: 'microsoft-submission-rate',
                stage: 'any',
                code: 421,
                enhanced: '4.4.2',
                text: /Message submission rate for this client has exceeded/i,
                cause: 'throttled',
                nextStep: 'Wait a minute, then leave more time between the runs.',
                sources: [microsoft_SISIMAI],
            },
            {
                id: 'microsoft-not-active',
                stage: 'greeting',
                code: 421,
                enhanced: '4.3.2',
                text: /Service not (active|available)/i,
                cause: 'temporary-failure',
                meaning: 'This server of Microsoft takes no connections right now.',
                sources: [microsoft_SISIMAI],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/senders.js
/** Services that send mail for programs, whose secret is a key. A to M; the others are in senders-more.ts. */
const BREVO_KEYS = 'https://help.brevo.com/hc/en-us/articles/7959631848850-Create-and-manage-your-SMTP-keys';
const SENDERS = [
    {
        id: 'azure',
        name: 'Azure Communication Services',
        hosts: ['smtp.azurecomm.net'],
        starttls: [587],
        sources: [
            'https://learn.microsoft.com/en-us/azure/communication-services/quickstarts/email/send-email-smtp/smtp-authentication',
        ],
    },
    {
        id: 'brevo',
        name: 'Brevo',
        hosts: ['smtp-relay.brevo.com', 'smtp-relay.sendinblue.com'],
        starttls: [587, 2525],
        implicit: [465],
        shapes: [
            {
                input: 'password',
                shouldNot: /^xkeysib-/,
                message: 'is an API key. Brevo wants an SMTP key here (it begins with xsmtpsib-), from the page "SMTP & API"',
            },
        ],
        sources: ['https://developers.brevo.com/docs/smtp-integration', BREVO_KEYS],
        replies: [
            {
                id: 'brevo-address',
                code: 525,
                enhanced: '5.7.1',
                text: /Unauthorized IP address/i,
                cause: 'client-address-refused',
                meaning: "The key is right, but this runner's address is not on the account's list. New Brevo accounts block unknown addresses from the start.",
                nextStep: 'Switch off the blocking of unknown addresses for SMTP keys (it has a switch of its own): hosted runners change their address at every run.',
                sources: [BREVO_KEYS],
            },
            {
                id: 'brevo-wrong-credentials',
                code: 535,
                enhanced: '5.7.8',
                text: /Authentication failed/i,
                cause: 'wrong-credentials',
                nextStep: 'Copy the login and an SMTP key (it begins with xsmtpsib-) from the page "SMTP & API". An API key does not work here.',
                sources: [BREVO_KEYS],
            },
            {
                id: 'brevo-not-activated',
                stage: 'data',
                code: 502,
                enhanced: '5.7.0',
                text: /SMTP account is not yet activated/i,
                cause: 'smtp-auth-disabled',
                meaning: 'The login works, but the account may not send yet.',
                nextStep: "Ask Brevo's support to activate transactional mail.",
                sources: ['https://developers.brevo.com/docs/smtp-integration'],
            },
        ],
    },
    {
        id: 'cloudflare',
        name: 'Cloudflare Email Service',
        hosts: ['smtp.mx.cloudflare.net'],
        implicit: [465],
        shapes: [
            {
                input: 'username',
                should: /^api_token$/,
                message: 'should be the word "api_token" at Cloudflare; the secret is the API token',
            },
        ],
        sources: ['https://developers.cloudflare.com/email-service/api/send-emails/smtp/'],
    },
    {
        id: 'elastic-email',
        name: 'Elastic Email',
        hosts: ['smtp.elasticemail.com'],
        starttls: [2525],
        implicit: [465],
        sources: [
            'https://github.com/ElasticEmail/elasticemail-python/blob/master/docs/NewSmtpCredentials.md',
        ],
    },
    {
        id: 'emailit',
        name: 'Emailit',
        hosts: ['smtp.emailit.com'],
        starttls: [587],
        sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
        replies: [
            {
                id: 'emailit-wrong-key',
                code: 535,
                text: /Authentication failed/i,
                cause: 'wrong-credentials',
                meaning: 'Emailit does not know this API key. The user name does not count.',
                nextStep: 'Create a new API key and store it as the password, without a blank or line break.',
                sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
            },
            {
                id: 'emailit-temporary',
                code: 454,
                text: /Temporary authentication failure/i,
                cause: 'temporary-failure',
                sources: ['https://emailit.com/docs/smtp/troubleshooting/'],
            },
        ],
    },
    {
        id: 'jetemail',
        name: 'JetEmail',
        hosts: ['relay.jetsmtp.net'],
        sources: ['https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed'],
        replies: [
            {
                id: 'jetemail-address',
                code: 535,
                text: /IP not authorized/i,
                cause: 'client-address-refused',
                nextStep: "Open the SMTP user's list of addresses: hosted runners change their address at every run.",
                sources: [
                    'https://support.jetemail.com/outbound/smtp-error-codes/535-Authentication-failed',
                ],
            },
        ],
    },
    {
        id: 'mailgun',
        name: 'Mailgun',
        hosts: ['smtp.mailgun.org', 'smtp.eu.mailgun.org'],
        starttls: [587, 2525],
        implicit: [465],
        shapes: [
            {
                input: 'username',
                should: /@/,
                message: 'should be an SMTP user of your sending domain at Mailgun, such as postmaster@ with that domain',
            },
            {
                input: 'password',
                shouldNot: /^key-/,
                message: "is an API key. Mailgun wants the SMTP user's own password",
            },
        ],
        sources: [
            'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp',
        ],
        replies: [
            {
                id: 'mailgun-wrong-credentials',
                code: 535,
                enhanced: '5.7.0',
                text: /not loving your login or password/i,
                cause: 'wrong-credentials',
                nextStep: "Use the sending domain's SMTP user and its own password, not the API key. Domains in the EU use smtp.eu.mailgun.org.",
                sources: ['https://smtptester.org/guides/mailgun-smtp-test/'],
            },
        ],
    },
    {
        id: 'mailjet',
        name: 'Mailjet',
        hosts: ['in-v3.mailjet.com', 'in.mailjet.com'],
        starttls: [587, 2525],
        implicit: [465],
        shapes: [
            {
                input: 'username',
                should: /^[0-9a-f]{32}$/,
                message: 'does not look like an API key. Mailjet wants the API key as user name and the secret key as password',
            },
        ],
        sources: ['https://documentation.mailjet.com/hc/en-us/articles/360043227053'],
        replies: [
            {
                id: 'mailjet-wrong-credentials',
                code: 435,
                enhanced: '4.7.8',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                meaning: 'Mailjet refused API key and secret key. Its number says "temporary", but it does not get better by waiting.',
                nextStep: 'Copy API key (user name) and secret key (password) again from the account.',
                sources: [
                    'https://github.com/mailjet/mailjet-gem/issues/14',
                    'https://github.com/mailjet/mailjet-gem/issues/17',
                ],
            },
            {
                id: 'mailjet-login-required',
                stage: 'mail',
                code: 530,
                enhanced: '5.7.1',
                text: /Authentication required/i,
                cause: 'login-missing',
                sources: ['https://github.com/mailjet/mailjet-apiv3-php/issues/93'],
            },
        ],
    },
    {
        id: 'mailtrap',
        name: 'Mailtrap',
        hosts: ['live.smtp.mailtrap.io', 'sandbox.smtp.mailtrap.io', 'smtp.mailtrap.io'],
        starttls: [587, 2525],
        sources: ['https://github.com/pixelfed/pixelfed/issues/6390'],
        replies: [
            {
                id: 'mailtrap-wrong-credentials',
                code: 535,
                enhanced: '5.7.0',
                text: /Invalid login or password/i,
                cause: 'wrong-credentials',
                nextStep: 'Use the user name and the token that the dashboard shows for this very host, not your e-mail address. Sandbox and live credentials are different.',
                sources: ['https://github.com/marcpope/borgbackupserver/issues/16'],
            },
            {
                id: 'mailtrap-login-required',
                stage: 'mail',
                code: 530,
                enhanced: '5.7.1',
                text: /Authentication required/i,
                cause: 'login-missing',
                nextStep: 'Give the program the user name and API token of the sending domain; sandbox credentials do not fit the live host.',
                sources: ['https://github.com/pixelfed/pixelfed/issues/6390'],
            },
        ],
    },
    {
        id: 'mandrill',
        name: 'Mailchimp Transactional (Mandrill)',
        hosts: ['smtp.mandrillapp.com'],
        starttls: [587, 2525],
        implicit: [465],
        sources: ['https://github.com/nodemailer/nodemailer/issues/280'],
        replies: [
            {
                id: 'mandrill-wrong-credentials',
                code: 435,
                enhanced: '4.7.8',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                meaning: 'The API key was refused. The number says "temporary", but it does not get better by waiting.',
                nextStep: 'Create a new API key and store it as the password.',
                sources: ['https://github.com/nodemailer/nodemailer/issues/280'],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/senders-more.js
/** Services that send mail for programs, whose secret is a key. N to Z. */
const ORACLE = 'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm';
const SENDGRID_ERRORS = 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting';
const SPARKPOST = 'https://support.sparkpost.com/docs/faq/error-messages-smtp';
const ZEPTOMAIL = 'https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html';
const SENDERS_MORE = [
    {
        id: 'oracle',
        name: 'Oracle Cloud Email Delivery',
        hosts: ['smtp.email.*.oci.oraclecloud.com'],
        starttls: [587, 25],
        implicit: [465],
        shapes: [
            {
                input: 'username',
                should: /^ocid1\.user\./,
                message: 'does not look like an SMTP user name of Oracle Cloud (it begins with ocid1.user.). Generate SMTP credentials for the user',
            },
        ],
        sources: [ORACLE],
        replies: [
            {
                id: 'oracle-wrong-credentials',
                code: 535,
                text: /Authentication credentials invalid/i,
                cause: 'wrong-credentials',
                nextStep: 'Generate SMTP credentials for the user (two at most) and store both parts. The console password does not work here.',
                sources: [ORACLE],
            },
            {
                id: 'oracle-sender',
                stage: 'mail',
                code: 535,
                text: /Authorization failed: address/i,
                cause: 'not-authorised-to-send',
                meaning: 'In spite of the number 535 the login works; the sender address is not approved.',
                nextStep: 'Approve the sender in the same compartment and region, and allow "use email-family" for the user.',
                sources: [ORACLE],
            },
            {
                id: 'oracle-login-required',
                stage: 'mail',
                code: 535,
                text: /Authentication required/i,
                cause: 'login-missing',
                sources: [ORACLE],
            },
            {
                id: 'oracle-too-many-failures',
                code: 421,
                text: /Too many auth failures/i,
                cause: 'throttled',
                meaning: 'After several failed logins this address is locked out for a while.',
                nextStep: 'Stop the workflow, correct the secret, and wait.',
                sources: [ORACLE],
            },
            {
                id: 'oracle-mechanism',
                code: 504,
                text: /Method not supported|AUTH mechanism mismatch/i,
                cause: 'mechanism-refused',
                nextStep: 'Set "mechanism" to PLAIN or LOGIN.',
                sources: [ORACLE],
            },
            {
                id: 'oracle-malformed',
                code: 501,
                text: /not a valid Base64|does not contain (the second )?NUL/i,
                cause: 'login-malformed',
                sources: [ORACLE],
            },
        ],
    },
    {
        id: 'postmark',
        name: 'Postmark',
        hosts: ['smtp.postmarkapp.com', 'smtp-broadcasts.postmarkapp.com'],
        starttls: [587, 2525],
        sources: ['https://postmarkapp.com/developer/user-guide/send-email-with-smtp'],
        replies: [
            {
                id: 'postmark-wrong-credentials',
                code: 535,
                enhanced: '5.7.8',
                text: /Error: authentication failed/i,
                cause: 'wrong-credentials',
                nextStep: 'Put the Server API token into both user name and password, or use access key and secret key of an SMTP token. SMTP must be on for that server.',
                sources: [
                    'https://github.com/mautic/mautic/issues/1700',
                    'https://postmarkapp.com/support/article/common-smtp-connection-errors',
                ],
            },
        ],
    },
    {
        id: 'resend',
        name: 'Resend',
        hosts: ['smtp.resend.com'],
        implicit: [465, 2465],
        starttls: [587, 2587],
        shapes: [
            {
                input: 'username',
                should: /^resend$/,
                message: 'should be the word "resend" at Resend; the secret is the API key',
            },
            {
                input: 'password',
                should: /^re_/,
                message: 'does not look like an API key of Resend (it begins with re_)',
            },
        ],
        sources: ['https://resend.com/docs/send-with-smtp'],
        replies: [
            {
                id: 'resend-wrong-key',
                code: 535,
                text: /Authentication credentials invalid/i,
                cause: 'wrong-credentials',
                nextStep: 'Check in the dashboard that the API key still exists. The user name is the word "resend", the password is the key.',
                sources: ['https://resend.com/docs/send-with-smtp'],
            },
        ],
    },
    {
        id: 'sendgrid',
        name: 'Twilio SendGrid',
        hosts: ['smtp.sendgrid.net'],
        starttls: [587, 2525],
        implicit: [465],
        shapes: [
            {
                input: 'username',
                should: /^apikey$/,
                message: 'should be the word "apikey" at SendGrid; the secret is the API key',
            },
            {
                input: 'password',
                should: /^SG\./,
                message: 'does not look like an API key of SendGrid (it begins with SG.)',
            },
        ],
        sources: ['https://github.com/sendgrid/docs', SENDGRID_ERRORS],
        replies: [
            {
                id: 'sendgrid-grant',
                code: 535,
                text: /authorization grant is invalid, expired, or revoked/i,
                cause: 'wrong-credentials',
                meaning: 'SendGrid does not know this API key, or the key was revoked or may not send mail.',
                nextStep: 'Create an API key with "Mail Send" and store it without any line break. The user name is the word "apikey".',
                sources: [
                    'https://github.com/sendgrid/docs/issues/3947',
                    'https://github.com/sendgrid/sendgrid-nodejs/issues/1105',
                ],
            },
            {
                id: 'sendgrid-bad-pair',
                code: 535,
                text: /Bad username \/ password/i,
                cause: 'wrong-credentials',
                nextStep: 'Set the user name to the word "apikey" and the password to an API key (SG.…).',
                sources: [SENDGRID_ERRORS],
            },
            {
                id: 'sendgrid-two-factor',
                code: 535,
                text: /Basic authentication is not allowed with 2FA/i,
                cause: 'app-password-required',
                meaning: 'The account has a second factor, so its own user name and password are refused.',
                nextStep: 'Use an API key: user name "apikey", password the key.',
                sources: ['https://github.com/sendgrid/docs'],
            },
            {
                id: 'sendgrid-credits',
                code: 451,
                text: /Maximum credits exceeded/i,
                cause: 'quota-exceeded',
                meaning: 'The mail allowance of your plan is used up. That can last until the next month.',
                nextStep: 'Raise the plan, or wait until the allowance begins anew. Do not try in a loop.',
                sources: [SENDGRID_ERRORS],
            },
            {
                id: 'sendgrid-login-required',
                stage: 'mail',
                code: 550,
                text: /Unauthenticated senders not allowed/i,
                cause: 'login-missing',
                sources: ['https://github.com/sendgrid/docs/issues/6473', SENDGRID_ERRORS],
            },
        ],
    },
    {
        id: 'smtp-com',
        name: 'SMTP.com',
        hosts: ['send.smtp.com'],
        sources: ['https://www.smtp.com/'],
        replies: [
            {
                id: 'smtp-com-wrong-credentials',
                code: 535,
                enhanced: '5.7.8',
                text: /^Sorry/i,
                cause: 'wrong-credentials',
                nextStep: 'Check sender name and key in the account.',
                sources: ['https://www.smtp.com/'],
            },
        ],
    },
    {
        id: 'smtp2go',
        name: 'SMTP2GO',
        hosts: ['mail.smtp2go.com', 'mail-*.smtp2go.com'],
        starttls: [587, 2525],
        implicit: [465, 8465],
        sources: ['https://developers.smtp2go.com/docs/smtp-relay'],
    },
    {
        id: 'sparkpost',
        name: 'SparkPost (Bird)',
        hosts: ['smtp.sparkpostmail.com', 'smtp.eu.sparkpostmail.com'],
        starttls: [587, 2525],
        shapes: [
            {
                input: 'username',
                should: /^SMTP_Injection($|:X-MSYS-SUBACCOUNT=\d)/,
                message: 'should be the word "SMTP_Injection" at SparkPost, in exactly these letters',
            },
        ],
        sources: ['https://developers.sparkpost.com/api/smtp'],
        replies: [
            {
                id: 'sparkpost-wrong-credentials',
                code: 535,
                enhanced: '5.7.8',
                text: /^Sorry/i,
                cause: 'wrong-credentials',
                nextStep: 'The user name is the word "SMTP_Injection"; the API key needs the right "Send via SMTP"; accounts in the EU use smtp.eu.sparkpostmail.com.',
                sources: [SPARKPOST],
            },
            {
                id: 'sparkpost-domain',
                stage: 'data',
                code: 550,
                enhanced: '5.7.1',
                text: /Unconfigured Sending Domain/i,
                cause: 'not-authorised-to-send',
                nextStep: "Add the sender's domain to the account and verify it.",
                sources: [SPARKPOST],
            },
        ],
    },
    {
        id: 'usesend',
        name: 'useSend',
        hosts: ['smtp.usesend.com'],
        starttls: [587, 2587],
        implicit: [465, 2465],
        shapes: [
            {
                input: 'username',
                should: /^usesend$/,
                message: 'should be the word "usesend" at useSend; the secret is the API key',
            },
            {
                input: 'password',
                should: /^us_/,
                message: 'does not look like an API key of useSend (it begins with us_)',
            },
        ],
        sources: ['https://docs.usesend.com/get-started/smtp'],
    },
    {
        id: 'zeptomail',
        name: 'ZeptoMail',
        hosts: ['smtp.zeptomail.*', 'smtp.zeptomail.com.*'],
        starttls: [587],
        implicit: [465],
        sources: [ZEPTOMAIL],
        replies: [
            {
                id: 'zeptomail-wrong-credentials',
                code: 535,
                text: /Authentication Failed/i,
                cause: 'wrong-credentials',
                meaning: 'ZeptoMail refused the login. It uses the same words for a wrong token, used-up credits and a blocked account.',
                nextStep: 'Check the send-mail token in the console first, then credits and account.',
                sources: [ZEPTOMAIL],
            },
            {
                id: 'zeptomail-starttls-first',
                stage: 'any',
                code: 530,
                text: /Must issue a STARTTLS/i,
                cause: 'tls-required',
                sources: [ZEPTOMAIL],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/providers/all.js








/** Every company of which something is known. Their order does not matter but for shared hosts. */
const PROVIDERS = [
    ...MICROSOFT,
    ...GOOGLE,
    ...AMAZON,
    ...SENDERS,
    ...SENDERS_MORE,
    ...MAILBOXES,
    ...HOSTING,
    ...ASIA,
];
/** The companies to which a host belongs, mostly one or none. */
function providersOf(host) {
    const name = host.toLowerCase().replace(/\.$/, '');
    return PROVIDERS.filter(({ hosts }) => hosts.some((pattern) => hostMatches(pattern, name)));
}
/** @param pattern a host name in which `*` stands for one label or a part of one */
function hostMatches(pattern, name) {
    const labels = pattern.split('.');
    const parts = name.split('.');
    return (labels.length === parts.length &&
        labels.every((label, index) => labelMatches(label, parts[index] ?? '')));
}
function labelMatches(pattern, label) {
    const [start = '', end] = pattern.split('*');
    if (end === undefined)
        return label === start;
    return label.length > start.length + end.length && label.startsWith(start) && label.endsWith(end);
}

;// CONCATENATED MODULE: ./lib/diagnosis/servers/exchange.js
const NTLM = 'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-smtpntlm/62888982-a911-40fa-b587-50b5c69f7334';
const USER_FORM = 'Try the user name as DOMAIN\\user or as the sign-in name (user@domain). Then check that this account may log in by SMTP.';
/** Exchange that is not Microsoft 365: in your own house or at a hosting company. */
const EXCHANGE = [
    {
        id: 'exchange',
        name: 'Exchange Server',
        banner: /Microsoft ESMTP MAIL Service/i,
        replies: [
            {
                id: 'exchange-unsuccessful',
                code: 535,
                enhanced: '5.7.3',
                text: /Authentication unsuccessful/i,
                cause: 'wrong-credentials',
                nextStep: USER_FORM,
                sources: [NTLM, 'https://github.com/PHPMailer/PHPMailer/issues/2730'],
            },
        ],
    },
    {
        id: 'exchange-like',
        name: 'Exchange Server, by its words',
        replies: [
            {
                id: 'exchange-mechanism',
                code: 504,
                enhanced: '5.7.4',
                text: /Unrecognized authentication type/i,
                cause: 'mechanism-refused',
                sources: ['https://support.google.com/a/answer/3726730'],
            },
            {
                id: 'exchange-5-7-3',
                code: 535,
                enhanced: '5.7.3',
                cause: 'wrong-credentials',
                nextStep: USER_FORM,
                sources: [NTLM],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/servers/exim-sendmail.js
const EXIM = 'https://github.com/Exim/exim/blob/master/src/src/smtp_in.c';
const SENDMAIL = 'https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/src/srvrsmtp.c';
const FOR_ADMIN = 'Ask the administrator to look at the log of the mail server.';
const EXIM_AND_SENDMAIL = [
    {
        id: 'exim',
        name: 'Exim',
        replies: [
            {
                id: 'exim-refused',
                code: 535,
                text: /Incorrect authentication data/i,
                cause: 'wrong-credentials',
                nextStep: 'Check the password, and that the user name has the form this server wants, mostly the full address. Then update the secret.',
                sources: [EXIM, 'https://github.com/knadh/listmonk/issues/956'],
            },
            {
                id: 'exim-not-advertised',
                code: 503,
                text: /AUTH command used when not advertised/i,
                cause: 'auth-not-offered',
                meaning: 'This server takes no login from this client here, or only after TLS has begun.',
                nextStep: 'Use port 587 with "starttls: required", or port 465.',
                sources: [EXIM],
            },
            {
                id: 'exim-unable',
                code: 435,
                text: /Unable to authenticate at present|Internal error/i,
                cause: 'temporary-failure',
                nextStep: `Run the job again later. If it stays: ${FOR_ADMIN.toLowerCase()}`,
                sources: [EXIM],
            },
            {
                id: 'exim-tls-unavailable',
                stage: 'starttls',
                code: 454,
                text: /TLS currently unavailable/i,
                cause: 'starttls-refused',
                sources: [EXIM],
            },
            {
                id: 'exim-base64',
                code: 501,
                text: /Invalid base64 data/i,
                cause: 'login-malformed',
                sources: [EXIM],
            },
            {
                id: 'exim-initial-data',
                code: 553,
                text: /Initial data not expected/i,
                cause: 'login-malformed',
                sources: [EXIM],
            },
        ],
    },
    {
        id: 'sendmail',
        name: 'Sendmail',
        banner: /Sendmail/i,
        replies: [
            {
                id: 'sendmail-refused',
                code: 535,
                enhanced: '5.7.0',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                sources: [SENDMAIL],
            },
        ],
    },
    {
        id: 'sendmail-words',
        name: 'Sendmail',
        replies: [
            {
                id: 'sendmail-not-available',
                code: 503,
                enhanced: '5.3.3',
                text: /AUTH not available/i,
                cause: 'auth-not-offered',
                meaning: 'This server takes no login here, or only after TLS has begun.',
                nextStep: 'Use port 587 with "starttls: required", or port 465.',
                sources: [SENDMAIL],
            },
            {
                id: 'sendmail-mechanism',
                code: 504,
                enhanced: '5.3.3',
                text: /AUTH mechanism .{0,40} not available/i,
                cause: 'mechanism-refused',
                sources: [SENDMAIL],
            },
            {
                id: 'sendmail-base64',
                code: 501,
                enhanced: '5.5.4',
                text: /cannot BASE64 decode/i,
                cause: 'login-malformed',
                sources: [SENDMAIL],
            },
            {
                id: 'sendmail-tls',
                stage: 'starttls',
                code: 454,
                enhanced: '4.3.3',
                text: /TLS not available/i,
                cause: 'starttls-refused',
                sources: [SENDMAIL],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/servers/others.js
/** Further server software, each known by its own source code. */
const POSTAL = 'https://github.com/postalserver/postal/blob/main/app/lib/smtp_server/client.rb';
const OPENSMTPD = 'https://github.com/OpenSMTPD/OpenSMTPD/blob/master/usr.sbin/smtpd/smtp_session.c';
const HARAKA = 'https://github.com/haraka/Haraka/blob/master/plugins/auth/auth_base.js';
const STALWART = 'https://github.com/stalwartlabs/stalwart/blob/main/crates/smtp/src/inbound/auth.rs';
const MADDY = 'https://github.com/foxcpp/maddy/blob/master/internal/endpoint/smtp/smtp.go';
const GO_SMTP = 'https://github.com/emersion/go-smtp/blob/master/conn.go';
const OTHER_SERVERS = [
    {
        id: 'postal',
        name: 'Postal',
        banner: /ESMTP Postal\//i,
        replies: [
            {
                id: 'postal-invalid-credential',
                code: 535,
                text: /^Invalid credential$/i,
                cause: 'wrong-credentials',
                meaning: 'No SMTP credential of this server has this key. The password alone counts, the user name does not.',
                nextStep: 'Copy the key of a credential of the type SMTP from the right mail server in Postal.',
                sources: [POSTAL, 'https://github.com/postalserver/postal/issues/1930'],
            },
            {
                id: 'postal-denied',
                code: 535,
                text: /^Denied$/i,
                cause: 'wrong-credentials',
                nextStep: 'Use "mechanism: PLAIN", or the user name "organisation/server" exactly as in Postal.',
                sources: [POSTAL, 'https://github.com/postalserver/postal/issues/753'],
            },
            {
                id: 'postal-protocol-error',
                code: 535,
                text: /Authenticated failed - protocol error/i,
                cause: 'login-malformed',
                sources: [POSTAL],
            },
            {
                id: 'postal-suspended',
                stage: 'mail',
                code: 535,
                text: /Mail server has been suspended/i,
                cause: 'account-locked',
                meaning: 'In spite of the number 535 the login works; this mail server is suspended in Postal.',
                nextStep: 'Ask the administrator of Postal to lift the suspension.',
                sources: [POSTAL],
            },
            {
                id: 'postal-from-name',
                stage: 'data',
                code: 530,
                text: /From\/Sender name is not valid/i,
                cause: 'not-authorised-to-send',
                nextStep: "Verify the sender's domain in Postal, or change the sender.",
                sources: [POSTAL],
            },
        ],
    },
    {
        id: 'opensmtpd',
        name: 'OpenSMTPD',
        banner: /OpenSMTPD/i,
        replies: [
            {
                id: 'opensmtpd-refused',
                code: 535,
                text: /^Authentication failed$/i,
                cause: 'wrong-credentials',
                sources: [OPENSMTPD],
            },
            {
                id: 'opensmtpd-not-offered',
                code: 503,
                text: /Command not supported/i,
                cause: 'auth-not-offered',
                sources: [OPENSMTPD],
            },
        ],
    },
    {
        id: 'opensmtpd-words',
        name: 'OpenSMTPD',
        replies: [
            {
                id: 'opensmtpd-mechanism',
                code: 504,
                text: /AUTH method .{0,40} not supported/i,
                cause: 'mechanism-refused',
                nextStep: 'Set "mechanism: PLAIN".',
                sources: [OPENSMTPD],
            },
            {
                id: 'opensmtpd-login-first',
                stage: 'mail',
                code: 530,
                text: /Must issue an AUTH command first/i,
                cause: 'login-missing',
                sources: [OPENSMTPD],
            },
        ],
    },
    {
        id: 'haraka',
        name: 'Haraka',
        banner: /Haraka/i,
        replies: [
            {
                id: 'haraka-refused',
                code: 535,
                enhanced: '5.7.8',
                text: /Authentication failed/i,
                cause: 'wrong-credentials',
                sources: [HARAKA],
            },
            {
                id: 'haraka-invalid-auth',
                code: 504,
                text: /Invalid AUTH string/i,
                cause: 'login-malformed',
                sources: [HARAKA],
            },
        ],
    },
    {
        id: 'stalwart',
        name: 'Stalwart',
        banner: /Stalwart/i,
        replies: [
            {
                id: 'stalwart-refused',
                code: 535,
                enhanced: '5.7.8',
                text: /Authentication credentials invalid/i,
                cause: 'wrong-credentials',
                sources: [STALWART],
            },
        ],
    },
    {
        id: 'stalwart-words',
        name: 'Stalwart',
        replies: [
            {
                id: 'stalwart-token-expired',
                code: 535,
                enhanced: '5.7.8',
                text: /OAuth token expired/i,
                cause: 'access-token-refused',
                sources: [STALWART],
            },
            {
                id: 'stalwart-multi-factor',
                code: 334,
                text: /requires multi-factor authentication/i,
                cause: 'app-password-required',
                sources: [STALWART],
            },
            {
                id: 'stalwart-not-authorised',
                code: 550,
                enhanced: '5.7.1',
                text: /not authorized to use this service/i,
                cause: 'smtp-auth-disabled',
                meaning: 'The login is right, but this account has no permission to send mail.',
                nextStep: 'Ask the administrator for the permission to send.',
                sources: [STALWART],
            },
            {
                id: 'stalwart-mechanism',
                code: 554,
                enhanced: '5.7.8',
                text: /Authentication mechanism not supported/i,
                cause: 'mechanism-refused',
                meaning: 'The server does not take this mechanism here. It takes passwords only after TLS has begun.',
                nextStep: 'Set "starttls: required", or use port 465; then choose a mechanism that it offers.',
                sources: [STALWART],
            },
            {
                id: 'stalwart-too-many',
                code: 455,
                enhanced: '4.3.0',
                text: /Too many authentication errors/i,
                cause: 'throttled',
                sources: [STALWART],
            },
        ],
    },
    {
        id: 'maddy',
        name: 'maddy',
        banner: /maddy/i,
        replies: [
            {
                id: 'maddy-refused',
                code: 535,
                enhanced: '5.7.8',
                text: /Invalid credentials/i,
                cause: 'wrong-credentials',
                sources: [MADDY],
            },
        ],
    },
    {
        id: 'go-smtp',
        name: 'Servers built on go-smtp',
        replies: [
            {
                id: 'go-smtp-tls',
                code: 523,
                enhanced: '5.7.10',
                text: /TLS is required/i,
                cause: 'tls-required',
                sources: [GO_SMTP],
            },
            {
                id: 'go-smtp-login-first',
                stage: 'mail',
                code: 502,
                enhanced: '5.7.0',
                text: /Please authenticate first|Authentication not supported/i,
                cause: 'login-missing',
                sources: [GO_SMTP],
            },
            {
                id: 'go-smtp-mechanism',
                code: 504,
                enhanced: '5.7.4',
                text: /Unsupported authentication mechanism/i,
                cause: 'mechanism-refused',
                sources: [GO_SMTP],
            },
            {
                id: 'go-smtp-base64',
                code: 454,
                enhanced: '4.7.0',
                text: /Invalid base64 data/i,
                cause: 'login-malformed',
                sources: [GO_SMTP],
            },
        ],
    },
    {
        id: 'james',
        name: 'Apache James',
        banner: /JAMES/,
        replies: [
            {
                id: 'james-refused',
                code: 535,
                text: /^Authentication Failed$/i,
                cause: 'wrong-credentials',
                sources: [
                    'https://github.com/apache/james-project/blob/master/server/protocols/protocols-smtp/src/main/java/org/apache/james/smtpserver/AuthCmdHandler.java',
                ],
            },
        ],
    },
    {
        id: 'qmail',
        name: 'qmail',
        replies: [
            {
                id: 'qmail-authorization-failed',
                code: 535,
                text: /authorization failed \(#5\.7\.0\)/i,
                cause: 'wrong-credentials',
                sources: ['https://www.fehcom.de/qmail/smtpauth.html'],
            },
            {
                id: 'qmail-authentication-failed',
                code: 535,
                text: /authentication failed \(#5\.7\.1\)/i,
                cause: 'wrong-credentials',
                sources: ['https://www.fehcom.de/qmail/smtpauth.html'],
            },
            {
                id: 'qmail-checker-failed',
                code: 454,
                text: /\(#4\.3\.0\)/,
                cause: 'temporary-failure',
                sources: ['https://www.fehcom.de/qmail/smtpauth.html'],
            },
        ],
    },
    {
        id: 'hmailserver',
        name: 'hMailServer',
        replies: [
            {
                id: 'hmailserver-refused',
                code: 535,
                text: /Authentication failed\. Restarting authentication process/i,
                cause: 'wrong-credentials',
                nextStep: 'Use the full address as user name, check the password, then update the secret.',
                sources: ['https://github.com/hmailserver/hmailserver'],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/servers/postfix.js
const SASL_GLUE = 'https://github.com/vdukhovni/postfix/blob/master/postfix/src/smtpd/smtpd_sasl_glue.c';
const SASL_PROTO = 'https://github.com/vdukhovni/postfix/blob/master/postfix/src/smtpd/smtpd_sasl_proto.c';
const SMTPD = 'https://github.com/vdukhovni/postfix/blob/master/postfix/src/smtpd/smtpd.c';
const SUBMISSION = 'https://github.com/dovecot/core/blob/main/src/submission-login/client-authenticate.c';
const postfix_FOR_ADMIN = 'Ask the administrator to look at the login service behind the mail server.';
const POSTFIX = [
    {
        id: 'postfix',
        name: 'Postfix',
        banner: /ESMTP Postfix/i,
        replies: [
            {
                id: 'postfix-echoed-prompt',
                code: 535,
                enhanced: '5.7.8',
                text: /authentication failed: (UGFzc3dvcmQ6|VXNlcm5hbWU6)/,
                cause: 'wrong-credentials',
                meaning: 'The server refused user name and password. The odd word at the end means nothing: it is "Password:" or "Username:" in Base64.',
                sources: ['https://github.com/zulip/zulip/issues/30505'],
            },
        ],
    },
    {
        id: 'postfix-words',
        name: 'Postfix',
        replies: [
            {
                id: 'postfix-cyrus-generic-failure',
                code: 535,
                enhanced: '5.7.8',
                text: /authentication failed: generic failure/i,
                cause: 'ambiguous-refusal',
                meaning: 'The server refused the login, but "generic failure" can also mean that its password service is down. The cause is not certain.',
                nextStep: `${postfix_FOR_ADMIN} If it runs, check the password.`,
                sources: [SASL_GLUE],
            },
            {
                id: 'postfix-cyrus',
                code: 535,
                enhanced: '5.7.8',
                text: /authentication failed: (authentication failure|bad protocol|another step)/i,
                cause: 'wrong-credentials',
                sources: ['https://github.com/RainLoop/rainloop-webmail/issues/1629', SASL_GLUE],
            },
            {
                id: 'postfix-mechanism',
                code: 535,
                enhanced: '5.7.8',
                text: /Invalid authentication mechanism/i,
                cause: 'mechanism-refused',
                sources: [SASL_GLUE],
            },
            {
                id: 'postfix-base64',
                code: 535,
                enhanced: '5.7.8',
                text: /Invalid base64 data/i,
                cause: 'login-malformed',
                sources: [SASL_GLUE],
            },
            {
                id: 'postfix-backend-lost',
                code: 535,
                enhanced: '5.7.8',
                text: /authentication failed: (Connection lost|Can.t connect|Temporary)/i,
                cause: 'temporary-failure',
                meaning: 'The mail server could not reach its login service. In spite of the number 535 this says nothing about the password.',
                nextStep: postfix_FOR_ADMIN,
                sources: [SASL_GLUE],
            },
            {
                id: 'postfix-refused',
                code: 535,
                enhanced: '5.7.8',
                text: /Error: authentication failed/i,
                cause: 'wrong-credentials',
                sources: [SASL_GLUE],
            },
            {
                id: 'postfix-login-service-down',
                code: 454,
                enhanced: '4.7.0',
                text: /Temporary authentication failure: (Connection lost|Can.t connect)/i,
                cause: 'temporary-failure',
                meaning: 'The mail server cannot reach its login service. This says nothing about the password.',
                nextStep: postfix_FOR_ADMIN,
                sources: [SASL_GLUE],
            },
            {
                id: 'dovecot-temporary',
                code: 454,
                enhanced: '4.7.0',
                text: /Temporary authentication failure\. \[/i,
                cause: 'temporary-failure',
                nextStep: "Run the job again later. If it stays, give the words in brackets to the administrator: they lead to the line in the server's log.",
                sources: [SUBMISSION],
            },
            {
                id: 'postfix-temporary',
                code: 454,
                enhanced: '4.7.0',
                text: /Temporary authentication failure/i,
                cause: 'temporary-failure',
                sources: [SASL_GLUE],
            },
            {
                id: 'postfix-not-enabled',
                code: 503,
                enhanced: '5.5.1',
                text: /authentication not enabled/i,
                cause: 'auth-not-offered',
                meaning: 'This server takes no login on this port, or only after TLS has begun.',
                nextStep: 'Use port 587 with "starttls: required", or port 465.',
                sources: [SASL_PROTO],
            },
            {
                id: 'postfix-encryption',
                code: 504,
                enhanced: '5.5.4',
                text: /Encryption required for requested authentication mechanism/i,
                cause: 'tls-required',
                sources: [SASL_PROTO],
            },
            {
                id: 'postfix-starttls-first',
                stage: 'any',
                code: 530,
                enhanced: '5.7.0',
                text: /Must issue a STARTTLS command first/i,
                cause: 'tls-required',
                sources: [SMTPD],
            },
            {
                id: 'postfix-auth-rate',
                code: 450,
                enhanced: '4.7.1',
                text: /too many AUTH commands/i,
                cause: 'throttled',
                sources: [SMTPD],
            },
            {
                id: 'postfix-too-many',
                stage: 'any',
                code: 421,
                enhanced: '4.7.0',
                text: /too many (errors|connections)/i,
                cause: 'throttled',
                sources: [SMTPD],
            },
            {
                id: 'postfix-tls-broken',
                stage: 'starttls',
                code: 454,
                enhanced: '4.7.0',
                text: /TLS not available due to local problem/i,
                cause: 'starttls-refused',
                sources: [SMTPD],
            },
            {
                id: 'postfix-response-limit',
                code: 500,
                enhanced: '5.5.6',
                text: /SASL response limit exceeded/i,
                cause: 'login-malformed',
                meaning: 'The login is longer than this server takes; long access tokens meet this limit.',
                nextStep: 'Ask the administrator to raise smtpd_sasl_response_limit.',
                sources: [SASL_PROTO],
            },
            {
                id: 'postfix-not-owned',
                stage: 'mail',
                code: 553,
                enhanced: '5.7.1',
                text: /Sender address rejected: not owned by user/i,
                cause: 'not-authorised-to-send',
                sources: ['https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps'],
            },
        ],
    },
    {
        id: 'dovecot',
        name: 'Dovecot submission',
        replies: [
            {
                id: 'dovecot-mechanism',
                code: 504,
                enhanced: '5.5.4',
                cause: 'mechanism-refused',
                sources: [SUBMISSION],
            },
            {
                id: 'dovecot-refused',
                code: 535,
                enhanced: '5.7.8',
                text: /^(Authentication failed\.|Authorization failed)/i,
                cause: 'wrong-credentials',
                meaning: 'The server refused user name and password. An expired password gets the same answer.',
                sources: [SUBMISSION],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/servers/standard.js
/** Replies known from a standard alone, and plain words that mean the same wherever they are said. */
const RFC_4954 = 'https://www.rfc-editor.org/rfc/rfc4954#section-6';
const RFC_5248 = 'https://www.rfc-editor.org/rfc/rfc5248';
const RFC_3207 = 'https://www.rfc-editor.org/rfc/rfc3207';
const RFC_7628 = 'https://www.rfc-editor.org/rfc/rfc7628#section-3.2.2';
const FAIL2BAN = 'https://github.com/fail2ban/fail2ban/blob/master/config/filter.d/courier-smtp.conf';
const SMTP_SERVER = 'https://github.com/nodemailer/smtp-server';
const STANDARD = [
    {
        id: 'words',
        name: 'Any server, by its words',
        replies: [
            {
                id: 'rfc-account-disabled',
                code: 525,
                enhanced: '5.7.13',
                cause: 'account-locked',
                meaning: 'User name and password are right, but the account is disabled.',
                nextStep: 'Ask the administrator to enable the account again.',
                sources: [RFC_5248],
            },
            {
                id: 'words-app-password',
                text: /\b(use|needs?|requires?|create|generate) (a |an |your )?(application|app)[- ](specific )?password\b|\b(application|app)[- ](specific )?password (is )?(required|needed)\b/i,
                cause: 'app-password-required',
                sources: [RFC_4954],
            },
            {
                id: 'words-address',
                stage: 'any',
                text: /\bunauthori[sz]ed IP\b|\bIP \S{0,45} ?(is )?(not (authori[sz]ed|allowed|permitted)|blocked)\b|client host \S{1,60} blocked|\bspamhaus\b|\bblock ?list|\bblack ?list/i,
                cause: 'client-address-refused',
                sources: ['https://www.postfix.org/postconf.5.html#reject_rbl_client'],
            },
            {
                id: 'words-too-many',
                text: /too many (failed |bad |invalid )?(log[io]n|logon|auth|attempts|failures|tries)/i,
                cause: 'throttled',
                sources: [RFC_4954],
            },
            {
                id: 'words-account-locked',
                text: /\b(account|mailbox|user)( is| has been| was)?( temporarily)? (locked|disabled|suspended|blocked|deactivated)\b/i,
                cause: 'account-locked',
                sources: [RFC_5248],
            },
            {
                id: 'words-token',
                text: /\b(access|oauth2?|bearer)[ _-]?token\b.{0,40}\b(expired|invalid|revoked)|\b(expired|invalid|revoked)\b.{0,20}\b(access|oauth2?|bearer)[ _-]?token\b/i,
                cause: 'access-token-refused',
                sources: [RFC_7628],
            },
            {
                id: 'words-wrong-pair',
                code: 535,
                text: /\b(invalid|incorrect|wrong|bad) (user ?name|user|login|account)( ?\/ ?| or | and )(password|passwd|passcode)\b/i,
                cause: 'wrong-credentials',
                sources: [SMTP_SERVER],
            },
            {
                id: 'words-authentication-failed-5-7-0',
                code: 535,
                enhanced: '5.7.0',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                sources: [RFC_4954],
            },
            {
                id: 'words-authentication-failed',
                code: 535,
                text: /^Authentication failed\.?$/i,
                cause: 'wrong-credentials',
                sources: [FAIL2BAN],
            },
            {
                id: 'words-435-refused',
                code: 435,
                enhanced: '4.7.8',
                text: /authentication failed/i,
                cause: 'wrong-credentials',
                meaning: 'The server refused user name and password. Its number says "temporary", but it does not get better by waiting.',
                sources: ['https://github.com/mailjet/mailjet-gem/issues/14'],
            },
            {
                id: 'words-ehlo-first',
                stage: 'any',
                code: 503,
                text: /send (hello|helo|ehlo).{0,20}first|EHLO.{0,20}first/i,
                cause: 'login-malformed',
                meaning: 'The server got a command before EHLO; after STARTTLS, EHLO has to be said again.',
                nextStep: 'If you see this from your own program: say EHLO again after TLS has begun.',
                sources: ['https://support.google.com/a/answer/3726730'],
            },
        ],
    },
    {
        id: 'standard',
        name: 'Any server, by the standard',
        replies: [
            {
                id: 'rfc-password-transition',
                code: 432,
                enhanced: '4.7.12',
                cause: 'password-change-required',
                meaning: 'The server has to store the password anew before this mechanism can work.',
                nextStep: 'Log in once with "mechanism: PLAIN" over TLS; after that the other one works.',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-temporary',
                code: 454,
                enhanced: '4.7.0',
                cause: 'temporary-failure',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-mechanism-too-weak',
                code: 534,
                enhanced: '5.7.9',
                cause: 'mechanism-refused',
                meaning: 'By the standard: this mechanism is too weak for this account. Some servers use the number when they want an app password.',
                nextStep: 'Set "mechanism" to a stronger one that the server offers, or try an app password.',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-credentials-invalid',
                code: 535,
                enhanced: '5.7.8',
                cause: 'credential-refused',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-line-too-long',
                code: 500,
                enhanced: '5.5.6',
                cause: 'login-malformed',
                meaning: 'The login is longer than this server takes; long access tokens meet this limit.',
                nextStep: 'Use a shorter token, or ask the administrator to raise the limit.',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-login-required',
                code: 530,
                enhanced: '5.7.0',
                stage: 'mail',
                cause: 'login-missing',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-encryption-needed',
                code: 538,
                enhanced: '5.7.11',
                cause: 'tls-required',
                sources: [RFC_4954],
            },
            {
                id: 'rfc-encryption-needed-523',
                code: 523,
                enhanced: '5.7.10',
                cause: 'tls-required',
                sources: [RFC_5248],
            },
            {
                id: 'rfc-starttls-unavailable',
                stage: 'starttls',
                code: 454,
                text: /TLS not available/i,
                cause: 'starttls-refused',
                sources: [RFC_3207],
            },
            {
                id: 'rfc-token-report',
                code: 334,
                text: /^eyJzdGF0dXMiOi/,
                cause: 'access-token-refused',
                sources: [RFC_7628],
            },
            {
                id: 'rfc-535',
                code: 535,
                cause: 'credential-refused',
                sources: [RFC_4954],
            },
        ],
    },
];

;// CONCATENATED MODULE: ./lib/diagnosis/servers/all.js





/** Server software, then plain words, then the standard: the first row that fits wins. */
const SERVERS = [
    ...EXCHANGE,
    ...OTHER_SERVERS,
    ...POSTFIX,
    ...EXIM_AND_SENDMAIL,
    ...STANDARD,
];

;// CONCATENATED MODULE: ./lib/diagnosis/find.js



/** A reply is at most 64 KiB; what a row looks for stands at its beginning. */
const MAX_TEXT = 2000;
/** The row that explains a result's reply; undefined where the data knows nothing of it. */
function findReply(result) {
    const { account, banner, stage, reply, trouble } = result;
    if (!trouble || !reply || !stage)
        return undefined;
    const { code, enhanced } = reply;
    const text = replyText(reply);
    const found = findRow({ host: account.host, banner, stage, code, enhanced, text });
    return found && isPossible(found.row, result) ? found : undefined;
}
/** The first row that fits: the company that owns the host, else one that the greeting names, else software. */
function findRow(said) {
    const bounded = { ...said, text: said.text.slice(0, MAX_TEXT) };
    const owners = providersOf(said.host);
    return (firstMatch(owners, bounded, true) ??
        (owners.length === 0 ? firstMatch(greetedBy(PROVIDERS, said), bounded, false) : undefined) ??
        firstMatch(SERVERS.filter(fitsGreeting(said)), bounded, true));
}
function firstMatch(families, said, isAdviceSafe) {
    for (const family of families) {
        const row = family.replies?.find((candidate) => matches(candidate, said));
        if (row)
            return { row, family, isAdviceSafe };
    }
    return undefined;
}
function greetedBy(providers, { banner = '' }) {
    return providers.filter((provider) => provider.banner?.test(banner.slice(0, MAX_TEXT)));
}
function fitsGreeting({ banner = '' }) {
    return (family) => !family.banner || family.banner.test(banner.slice(0, MAX_TEXT));
}
function matches(row, said) {
    const { stage = 'auth', code, enhanced, text } = row;
    return ((stage === 'any' || stage === said.stage) &&
        (code === undefined || code === said.code) &&
        (enhanced === undefined || enhanced === said.enhanced) &&
        (text === undefined || text.test(said.text)));
}
/** A server cannot have judged a credential that it has not seen, whatever its words. */
function isPossible({ cause }, { credentialSent, stage }) {
    return cause !== 'wrong-credentials' || credentialSent || stage !== 'auth';
}

;// CONCATENATED MODULE: ./lib/diagnosis/cause.js

/**
 * What a server's reply can say beyond the problem that it is. The verdict stays the problem's; the cause
 * tells the reader which of the many reasons behind one reply code it was.
 */
const REFINEMENTS = [
    'wrong-credentials',
    'ambiguous-refusal',
    'app-password-required',
    'oauth-required',
    'access-token-refused',
    'smtp-auth-disabled',
    'account-locked',
    'password-change-required',
    'client-address-refused',
    'sign-in-policy',
    'quota-exceeded',
    'not-authorised-to-send',
    'login-missing',
    'login-malformed',
];
/** True for a cause that a reply's own words have told: a judgement that waiting does not change. */
function isRefinement(cause) {
    return REFINEMENTS.includes(cause);
}
/** What a refused pair is called where the secret is no password. */
const WITHOUT_PASSWORD = {
    XOAUTH2: 'access-token-refused',
    OAUTHBEARER: 'access-token-refused',
    EXTERNAL: 'credential-refused',
};
function usesPassword({ mechanism = '' }) {
    return WITHOUT_PASSWORD[mechanism] === undefined;
}
/** MAIL FROM and RCPT TO say by themselves what was refused; the words of a reply only add why. */
function isPermission(problem) {
    return problem === 'sender-refused' || problem === 'recipient-refused';
}
/** The output `cause`. */
function causeOf(result) {
    const { trouble, mechanism = '' } = result;
    if (!trouble)
        return 'none';
    if (isPermission(trouble.problem))
        return trouble.problem;
    const told = findReply(result)?.row.cause ?? trouble.problem;
    // A row for the bare code knows less than the words in which smtp/ saw a throttle.
    const isLess = trouble.problem === 'throttled' && told === 'temporary-failure';
    const cause = isLess ? trouble.problem : told;
    return cause === 'wrong-credentials' ? (WITHOUT_PASSWORD[mechanism] ?? cause) : cause;
}

;// CONCATENATED MODULE: ./lib/expectation.js

/** A refusal of the credential itself, known by its words or, where they say nothing, by its code. */
const DEAD = new Set([
    'wrong-credentials',
    'access-token-refused',
    'credential-refused',
]);
/**
 * Whether the result is the one the user asked for. `expect: rejected` is met only by a true refusal:
 * a 535 (RFC 4954 section 6: "authentication credentials invalid") to a credential that the server has
 * seen whole. A switch, a rule, a lock or an address behind the same number proves nothing about it: the
 * credential may work again tomorrow, or from elsewhere.
 */
function meetsExpectation(result) {
    const { account, verdict, reply, credentialSent } = result;
    if (account.expect === 'accepted')
        return verdict === 'accepted';
    return (verdict === 'rejected' && reply?.code === 535 && credentialSent && DEAD.has(causeOf(result)));
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/accounts/identity.js


/** What may differ between two accounts that are the same login: how long to wait, and what to make of the answer. */
const NOT_PART_OF_LOGIN = new Set([
    'timeoutMs',
    'retries',
    'certificateWarnDays',
    'expect',
]);
/**
 * Two accounts with the same key would send the same credential to the same server in the same way, so
 * one AUTH answers for both. The secret goes into the key, so the key is a digest.
 */
function loginKey(account) {
    const parts = Object.entries({ ...account, host: hostKey(account.host) })
        .filter(([name]) => !NOT_PART_OF_LOGIN.has(name))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('base64');
}

;// CONCATENATED MODULE: ./lib/diagnosis/hygiene.js

const SENT_AS_IS = 'It is sent exactly as it is';
/** What a credential holds by accident, mostly from pasting. In this order; the first one found is told. */
const RULES = [
    {
        finds: (value) => value.includes('${{'),
        message: 'holds the text "${{": a GitHub expression that was not evaluated. Write it outside of single quotes in the workflow, and not into the secret itself',
    },
    {
        finds: (value) => value.startsWith('\uFEFF'),
        message: `begins with an invisible byte order mark, which some editors put into files. ${SENT_AS_IS}; store the secret again without it`,
    },
    {
        finds: (value) => /[\r\n]/.test(value),
        message: `holds a line break, mostly from a file or from "echo". ${SENT_AS_IS}; store the secret again without it (printf instead of echo)`,
    },
    {
        finds: (value) => /^[^\S\u00a0]|[^\S\u00a0]$/.test(value),
        message: `begins or ends with a blank. ${SENT_AS_IS}; if the blank is no part of it, store it again without`,
    },
    {
        finds: (value) => /[\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000]/.test(value),
        message: `holds a blank that is not an ordinary one, mostly from copying a web page. ${SENT_AS_IS}; type it again by hand`,
    },
    {
        finds: (value) => value.length > 1 && /^(["'`]).*\1$/s.test(value),
        message: `stands in quotation marks. ${SENT_AS_IS}, marks included; store it without them`,
    },
    {
        // eslint-disable-next-line no-control-regex -- control characters are what is looked for
        finds: (value) => /[\u0000-\u001f\u007f]/.test(value),
        message: `holds a control character. ${SENT_AS_IS}; store it again`,
    },
    {
        finds: (value) => value !== value.normalize('NFC'),
        message: `holds letters whose accents are separate characters (not NFC), as macOS writes them. ${SENT_AS_IS}; many servers take it for another password. Type it again`,
    },
];
/**
 * Looks for what makes a credential fail without being wrong: offline, before connecting, never repaired.
 * No message holds any part of a secret, nor its length.
 */
function checkHygiene(credential) {
    const { username, password = '', accessToken = '' } = credential;
    const given = { username, password, 'access-token': accessToken };
    return Object.keys(given).flatMap((input) => {
        const value = given[input];
        if (value === '')
            return []; // not given, or told as an error elsewhere
        const rule = RULES.find(({ finds }) => finds(value));
        if (rule)
            return [warn(input, rule.message)];
        return shapeWarnings(credential.host, input, value);
    });
}
/** One warning is enough: the rules of a provider go from the telling one to the general one. */
function shapeWarnings(host, input, value) {
    const shapes = providersOf(host).flatMap(({ shapes = [] }) => shapes);
    const broken = shapes.find((shape) => shape.input === input &&
        (shape.shouldNot?.test(value) === true || shape.should?.test(value) === false));
    return broken ? [warn(input, broken.message)] : [];
}
function warn(input, message) {
    return { input, message: `The input "${input}" ${message}.` };
}

;// CONCATENATED MODULE: ./lib/fleet/detail.js
/** More than any report shows of one reply (`MAX_PRINTABLE`), and enough to recognise a cause by its text. */
const MAX_KEPT = 1000;
/**
 * A result without what only the report of a single account shows. Thousands are held until the reports
 * are written, and a hostile server could fill 64 KiB with each reply.
 */
function withoutDetail(result) {
    const { tls, reply, banner, stages } = result;
    return {
        ...result,
        ...(tls && { tls: { ...tls, names: [], issuer: '' } }),
        ...(reply && { reply: shorten(reply) }),
        ...(banner !== undefined && { banner: copy(banner) }),
        offered: [],
        stages: stages.slice(-1),
        transcript: [],
    };
}
function shorten(reply) {
    let left = MAX_KEPT;
    const lines = [];
    for (const line of reply.lines) {
        if (left <= 0)
            break;
        lines.push(copy(line, left));
        left -= line.length;
    }
    return { ...reply, lines };
}
/** A cut string would keep the long one it was cut from in memory, so the text is made anew. */
function copy(text, max = MAX_KEPT) {
    return Buffer.from(text.slice(0, max), 'utf8').toString('utf8');
}

;// CONCATENATED MODULE: ./lib/smtp/result.js
/** The closed set of verdicts, best first. For several accounts the worst one stands for all. */
const VERDICTS = [
    'accepted',
    'rejected',
    'temporary',
    'timeout',
    'unreachable',
    'tls',
    'protocol',
    'unsupported',
    'config',
    'cancelled',
];
/** Where in the exchange something happened, in the order of the exchange. */
const STAGES = (/* unused pure expression or super */ null && ([
    'token',
    'connect',
    'greeting',
    'ehlo',
    'starttls',
    'tls',
    'auth',
    'mail',
    'quit',
]));
/** Takes out of an account what a report may know. */
function subjectOf(account) {
    const { host, port, username, tlsMode, mechanism, certificateWarnDays, expect } = account;
    const { from, to } = account;
    return {
        ...{ host, port, username, tlsMode, mechanism, certificateWarnDays, expect },
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
    };
}

;// CONCATENATED MODULE: ./lib/fleet/not-tried.js

/** The result of an account for which no connection was made. */
function notTried(account, verdict, trouble) {
    return {
        account: subjectOf(account),
        verdict,
        trouble,
        offered: [],
        authSent: false,
        credentialSent: false,
        stages: [],
        durationMs: 0,
        transcript: [],
        earlierTries: [],
    };
}

;// CONCATENATED MODULE: ./lib/fleet/hosts.js


/**
 * Replies by which a server asks to be left alone, whatever their text: 421 closes the service for now
 * (RFC 5321 section 3.8), 454 is a temporary authentication failure and 432 wants a password transition
 * (both RFC 4954 section 6), which further logins would only delay.
 */
const LEAVE_ALONE = new Set([421, 432, 454]);
/** What is known of each host while the run lasts: how much it may be asked, and whether it said "enough". */
class Hosts {
    maxParallel;
    #options;
    #logins = new Map();
    #reasons = new Map();
    constructor(logins, options) {
        this.maxParallel = options.maxParallel;
        this.#options = options;
        for (const { account } of logins) {
            const host = hostKey(account.host);
            this.#logins.set(host, (this.#logins.get(host) ?? 0) + 1);
        }
    }
    /** Jobs that share a spread host share its limit too. What is spared or cancelled waits for nothing. */
    maxPerHost(host) {
        if (this.#isOver(host))
            return Infinity;
        return Math.max(1, Math.floor(this.#options.maxPerHost / this.#jobs(host)));
    }
    gapMs(host) {
        return this.#isOver(host) ? 0 : this.#options.gapMs * this.#jobs(host);
    }
    /**
     * Notes what a result says of its host. A login that is the host's only one may be tried again after a
     * 421 or 454, since no other login is at stake.
     *
     * @returns whether the host may be tried again
     */
    learn(host, result) {
        const hasOthers = (this.#logins.get(host) ?? 0) > 1;
        if (hasOthers && asksToBeLeftAlone(result) && !this.#reasons.has(host)) {
            this.#reasons.set(host, result);
        }
        return !this.#reasons.has(host);
    }
    /** The result by which the host asked to be left alone. */
    reasonToSpare(host) {
        return this.#reasons.get(host);
    }
    #isOver(host) {
        return this.#reasons.has(host) || this.#options.signal.aborted;
    }
    #jobs(host) {
        return this.#options.spread?.get(host) ?? 1;
    }
}
function asksToBeLeftAlone({ trouble, reply }) {
    return trouble?.problem === 'throttled' || (reply !== undefined && LEAVE_ALONE.has(reply.code));
}
/**
 * The result of an account that was spared because of another one's result at the same host. It has the
 * same cause, and no reply, since none was given to it.
 */
function spared(account, { trouble, reply }) {
    const problem = trouble?.problem ?? 'throttled';
    const said = reply ? `${reply.code} ${reply.lines.join(' ')}` : problem;
    const detail = `Not tried, because the server answered another login with: ${said}`;
    return notTried(account, 'temporary', { problem, detail });
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/fleet/pacer.js

/**
 * Runs all jobs within the limits, each host's in their order, and returns when the last has ended.
 *
 * @param signal its abort makes the limits be asked anew at once
 */
async function runPaced(jobs, limits, signal) {
    const lanes = makeLanes(jobs);
    let running = 0;
    let wake = () => undefined;
    const start = (lane, job) => {
        running += 1;
        lane.running += 1;
        lane.startedAt = performance.now();
        void job.run().then(({ hostAnswered }) => {
            running -= 1;
            lane.running -= 1;
            lane.answers = hostAnswered;
            wake();
        });
    };
    signal.addEventListener('abort', () => {
        wake();
    }, { once: true });
    for (;;) {
        const open = lanes.filter((lane) => lane.waiting.length > 0);
        if (open.length === 0 && running === 0)
            return;
        const isFull = running >= limits.maxParallel;
        const { lane, waitMs } = isFull ? { waitMs: Infinity } : choose(open, limits);
        const job = lane?.waiting.shift();
        if (lane && job)
            start(lane, job);
        else
            await untilWoken((resolve) => (wake = resolve), waitMs);
    }
}
function makeLanes(jobs) {
    const lanes = new Map();
    for (const job of jobs) {
        const { host } = job;
        const fresh = { host, waiting: [], running: 0, startedAt: -Infinity, answers: true };
        const lane = lanes.get(host) ?? fresh;
        lane.waiting.push(job);
        lanes.set(host, lane);
    }
    return [...lanes.values()];
}
/** The lane to start from, or the milliseconds until a gap ends (infinite when only an end can help). */
function choose(open, limits) {
    const now = performance.now();
    let best;
    let waitMs = Infinity;
    for (const lane of open) {
        if (lane.running >= limits.maxPerHost(lane.host))
            continue;
        const gapLeftMs = lane.startedAt + limits.gapMs(lane.host) - now;
        if (gapLeftMs > 0)
            waitMs = Math.min(waitMs, gapLeftMs);
        else if (!best || isBefore(lane, best))
            best = lane;
    }
    return best ? { lane: best, waitMs: 0 } : { waitMs };
}
/** Hosts that answer before hosts that do not, then the least busy, then the one that waits longest. */
function isBefore(a, b) {
    if (a.answers !== b.answers)
        return a.answers;
    return a.running === b.running ? a.startedAt < b.startedAt : a.running < b.running;
}
/** Waits until something ends, at most `ms`. */
async function untilWoken(setWake, ms) {
    const timer = new AbortController();
    const woken = new Promise((resolve) => {
        setWake(resolve);
    });
    if (ms === Infinity)
        return woken;
    const gapEnds = (0,promises_namespaceObject.setTimeout)(Math.ceil(ms), undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([woken, gapEnds]);
    timer.abort();
}

;// CONCATENATED MODULE: ./lib/smtp/credential.js
/**
 * The one credential of an account. A client certificate beside a password or token is for TLS alone,
 * unless EXTERNAL was asked for.
 *
 * @param token the access token that was fetched for it, if one was
 */
function credentialOf(account, token = account.accessToken) {
    const { username, password, clientCertificate, mechanism } = account;
    const hasNoOther = token === undefined && password === undefined;
    if (clientCertificate && (mechanism === 'EXTERNAL' || hasNoOther)) {
        return { kind: 'certificate', username };
    }
    if (token !== undefined)
        return { kind: 'token', username, token };
    return { kind: 'password', username, password: password ?? '' };
}

;// CONCATENATED MODULE: ./lib/smtp/secrets.js

/** The secrets of one check: those it began with, and those that came into being on the way. */
class Secrets {
    #known = [];
    #onLearned;
    #redact = createRedact([]);
    #redactFact = createRedactFacts([]);
    /** @param onLearned told of each new secret, before it is used */
    constructor(given, onLearned) {
        this.#onLearned = onLearned;
        for (const secret of given)
            this.#hide(secret);
    }
    /** From now on `secret` is shown nowhere, whoever repeats it. */
    learn(secret) {
        this.#hide(secret);
        this.#onLearned?.(secret);
    }
    /** Takes every secret that is known by now out of a text. */
    redact = (text) => this.#redact(text);
    /** The same for what is no server's free text, such as the user name. */
    redactFact = (text) => this.#redactFact(text);
    #hide(secret) {
        if (secret === undefined || this.#known.includes(secret))
            return;
        this.#known.push(secret);
        this.#redact = createRedact(this.#known);
        this.#redactFact = createRedactFacts(this.#known);
    }
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
var external_node_tls_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_node_tls_, 2);
;// CONCATENATED MODULE: ./lib/smtp/certificate.js


/** OpenSSL's verification results as Node names them (`node:tls`, "X509 certificate error codes"). */
const PROBLEM_OF_CODE = {
    CERT_HAS_EXPIRED: 'certificate-expired',
    CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
    ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name-mismatch',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown-ca',
    UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown-ca',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown-ca',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown-ca',
    CERT_SIGNATURE_FAILURE: 'certificate-unknown-ca',
    INVALID_PURPOSE: 'certificate-wrong-usage',
};
/**
 * Judges the certificate of a finished handshake. Only a return means the peer is verified.
 *
 * @throws Failure with a `certificate-…` problem, before which nothing has been sent
 */
function verifyPeer(socket, certificate, policy) {
    if (policy.fingerprint !== undefined) {
        if (fingerprintOf(certificate) === policy.fingerprint)
            return;
        throw new Failure('certificate-pin-mismatch');
    }
    if (socket.authorized)
        return;
    // Node sets a code string here, or an Error for a name mismatch; its type says Error only.
    const reason = socket.authorizationError;
    const code = typeof reason === 'string' ? reason : reason.code;
    const unnamed = isWeak(certificate) ? 'certificate-weak' : undefined;
    throw new Failure(PROBLEM_OF_CODE[code ?? ''] ?? unnamed ?? 'certificate-untrusted', {
        detail: code ?? 'unknown reason',
    });
}
/** RSA keys below this are refused at OpenSSL's security level 2 (112 bits, NIST SP 800-131A). */
const MIN_RSA_BITS = 2048;
/** DER of the object identifiers sha1WithRSAEncryption (RFC 3279) and ecdsa-with-SHA1 (RFC 3279). */
const SHA1_SIGNATURES = ['06092a864886f70d010105', '06072a8648ce3d0401'].map((hex) => Buffer.from(hex, 'hex'));
/** Longer chains are refused anyway; the last certificate of one is its own issuer. */
const MAX_CHAIN = 10;
/** Node has no code for "too weak" (it says UNSPECIFIED), so the reason is looked for in the chain. */
function isWeak(leaf) {
    let certificate = leaf;
    for (let depth = 0; certificate && depth < MAX_CHAIN; depth += 1) {
        const { raw, publicKey } = certificate;
        const { modulusLength = MIN_RSA_BITS } = publicKey.asymmetricKeyDetails ?? {};
        if (modulusLength < MIN_RSA_BITS)
            return true;
        if (SHA1_SIGNATURES.some((signature) => raw.includes(signature)))
            return true;
        certificate = certificate.issuerCertificate;
    }
    return false;
}
const NOBODY = {};
/**
 * RFC 9525 section 6.3: only subjectAltName counts. Node falls back to the common name where that
 * extension is missing or holds no DNS name, so the subject is taken away before it looks.
 */
function checkServerName(name, certificate) {
    return (0,external_node_tls_.checkServerIdentity)(name, { ...certificate, subject: NOBODY });
}
/**
 * The server's certificate with its chain. To be called once a connection: in Node 20 a second
 * getPeerX509Certificate() finds the certificate taken out of the chain and returns nothing.
 *
 * @throws Failure when the server presented none
 */
function readPeer(socket) {
    const certificate = socket.getPeerX509Certificate();
    if (!certificate)
        throw new Failure('certificate-untrusted', { detail: 'no certificate' });
    return certificate;
}
/**
 * What the certificate and the channel are.
 *
 * @throws Failure when nobody can read the dates
 */
function describePeer(socket, certificate) {
    const [validFrom, validTo] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
    if (Number.isNaN(validFrom.getTime()) || Number.isNaN(validTo.getTime())) {
        throw new Failure('certificate-untrusted', { detail: 'its dates cannot be read' });
    }
    // An empty name is undefined here, whatever the type says.
    const issuer = certificate.issuer;
    return {
        version: socket.getProtocol() ?? 'unknown',
        cipher: socket.getCipher().standardName,
        issuer: issuer?.replaceAll('\n', ', ') ?? '',
        names: certificate.subjectAltName?.split(', ') ?? [],
        validFrom,
        validTo,
        fingerprint: fingerprintOf(certificate),
        verified: false,
    };
}
function fingerprintOf({ fingerprint256 }) {
    return fingerprint256.replaceAll(':', '').toLowerCase();
}

;// CONCATENATED MODULE: ./lib/smtp/channel-binding.js

/** RFC 9266 section 2: label, no context, 32 bytes. */
const EXPORTER_LABEL = 'EXPORTER-Channel-Binding';
const EXPORTER_BYTES = 32;
/**
 * The data that ties a login to this TLS connection: `tls-exporter` on TLS 1.3 (RFC 9266 section 4.2
 * makes it the default there), `tls-server-end-point` on older ones.
 *
 * @returns undefined when RFC 5929 defines none for the certificate
 */
function readChannelBinding(socket, certificate) {
    if (socket.getProtocol() === 'TLSv1.3') {
        const data = socket.exportKeyingMaterial(EXPORTER_BYTES, EXPORTER_LABEL, Buffer.alloc(0));
        return { type: 'tls-exporter', data };
    }
    const hash = HASH_OF_SIGNATURE[signatureAlgorithm(certificate.raw)];
    if (hash === undefined)
        return undefined;
    const data = (0,external_node_crypto_.createHash)(hash).update(certificate.raw).digest();
    return { type: 'tls-server-end-point', data };
}
/**
 * RFC 5929 section 4.1: the hash of the certificate's signature, SHA-256 in place of MD5 and SHA-1.
 * Object identifiers in DER, hex (RFC 8017 appendix A.2.4, RFC 5758); a signature without a hash of its
 * own, such as Ed25519, has no binding.
 */
const HASH_OF_SIGNATURE = {
    '2a864886f70d010104': 'sha256', // md5WithRSAEncryption
    '2a864886f70d010105': 'sha256', // sha1WithRSAEncryption
    '2a864886f70d01010b': 'sha256', // sha256WithRSAEncryption
    '2a864886f70d01010c': 'sha384', // sha384WithRSAEncryption
    '2a864886f70d01010d': 'sha512', // sha512WithRSAEncryption
    '2a8648ce3d0401': 'sha256', // ecdsa-with-SHA1
    '2a8648ce3d040302': 'sha256', // ecdsa-with-SHA256
    '2a8648ce3d040303': 'sha384', // ecdsa-with-SHA384
    '2a8648ce3d040304': 'sha512', // ecdsa-with-SHA512
};
/**
 * The object identifier of a certificate's signature (RFC 5280 section 4.1.1.2), hex. Node shows it from
 * version 24 on only. The DER has been through OpenSSL, so its lengths are right.
 */
function signatureAlgorithm(der) {
    const certificate = readElement(der);
    const signed = readElement(certificate.content);
    const algorithm = readElement(certificate.content.subarray(signed.end));
    return readElement(algorithm.content).content.toString('hex');
}
/** One element of DER (X.690 section 8.1): tag, length in a short or a long form, content. */
function readElement(der) {
    const first = der[1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    const length = lengthBytes === 0 ? first : der.readUIntBE(2, lengthBytes);
    const start = 2 + lengthBytes;
    return { content: der.subarray(start, start + length), end: start + length };
}

;// CONCATENATED MODULE: ./lib/smtp/connect.js


/**
 * Milliseconds one of several addresses may take before the next one is tried. Node gives an attempt
 * up at this limit, so it is well above any honest round trip and the 1 s in which a lost SYN is sent
 * again (RFC 6298 section 2.1); the last address has until the deadline.
 */
const ADDRESS_ATTEMPT_MS = 1500;
/**
 * Opens a TCP connection to the first address of `host` that answers, IPv6 and IPv4 in turn.
 *
 * @throws Failure with an `unreachable` problem; with the signal's reason when it is aborted
 */
function connect(host, port, signal) {
    const options = { host, port, noDelay: true };
    if ((0,external_node_net_.isIP)(host) === 0) {
        options.autoSelectFamily = true;
        options.autoSelectFamilyAttemptTimeout = ADDRESS_ATTEMPT_MS;
    }
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)(options);
        const settle = (act) => {
            signal.removeEventListener('abort', onAbort);
            socket.removeListener('error', onError);
            act();
        };
        const onError = (error) => {
            settle(() => {
                reject(lostConnection(error));
            });
        };
        const onAbort = () => {
            settle(() => {
                socket.on('error', () => undefined); // a late error of a socket that nobody wants any more
                socket.destroy();
                reject(signal.reason);
            });
        };
        socket.once('error', onError);
        socket.once('connect', () => {
            settle(() => {
                resolve(socket);
            });
        });
        signal.addEventListener('abort', onAbort, { once: true });
    });
}
/** libuv and c-ares codes (node:os constants, `man 3 getaddrinfo`) by what they mean to a user. */
const connect_PROBLEM_OF_CODE = {
    ENOTFOUND: 'name-not-found',
    EAI_AGAIN: 'name-lookup-failed',
    EAI_FAIL: 'name-lookup-failed',
    ESERVFAIL: 'name-lookup-failed',
    ECONNREFUSED: 'connection-refused',
    EHOSTUNREACH: 'network-unreachable',
    ENETUNREACH: 'network-unreachable',
    EADDRNOTAVAIL: 'network-unreachable',
    EACCES: 'network-unreachable',
    EPERM: 'network-unreachable',
    ETIMEDOUT: 'network-unreachable',
};
/** The Failure for a connection that could not be made or broke. */
function lostConnection(error) {
    const problem = connect_PROBLEM_OF_CODE[error.code ?? ''] ?? 'connection-lost';
    const attempts = error instanceof AggregateError ? error.errors : [error];
    const detail = attempts.map((attempt) => attempt.message).join('; ');
    return new Failure(problem, { detail, cause: error });
}

;// CONCATENATED MODULE: ./lib/smtp/trust.js


/**
 * The CA certificates to trust when the user adds their own: an explicit `ca` replaces Node's list, so
 * the list (with NODE_EXTRA_CA_CERTS) is put in front of it.
 *
 * @param extra PEM text
 * @returns undefined when nothing is added and Node's own default is right
 */
function trustedCertificates(extra) {
    if (extra === undefined)
        return undefined;
    return [...defaultCertificates(), extra];
}
function defaultCertificates() {
    // tls.getCACertificates came with Node 22.15; before it the extra file has to be read here.
    const { getCACertificates } = external_node_tls_namespaceObject;
    if (getCACertificates)
        return getCACertificates('default');
    const file = process.env['NODE_EXTRA_CA_CERTS'];
    return file ? [...external_node_tls_.rootCertificates, (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8')] : external_node_tls_.rootCertificates;
}

;// CONCATENATED MODULE: ./lib/smtp/tls.js






/**
 * OpenSSL security level 2 refuses RSA keys below 2048 bits and SHA-1 signatures anywhere in the
 * chain (`man 3 SSL_CTX_set_security_level`; NIST SP 800-131A). Node 20 would accept both.
 */
const CIPHERS = `${external_node_tls_.DEFAULT_CIPHERS}:@SECLEVEL=2`;
/**
 * Runs the TLS handshake over `socket`. The certificate is NOT judged here: `verifyPeer` must be called
 * before anything is written, and Wire is the only caller of both.
 *
 * @throws Failure with a `tls` problem, or `unreachable` when the connection was lost meanwhile
 */
function handshake(socket, account, signal) {
    return new Promise((resolve, reject) => {
        const secured = (0,external_node_tls_.connect)({ ...connectionOptions(account), socket });
        const settle = (act) => {
            signal.removeEventListener('abort', onAbort);
            secured.removeListener('error', onError);
            secured.removeListener('close', onClose);
            act();
        };
        const fail = (error) => {
            settle(() => {
                secured.on('error', () => undefined); // a late error of a socket that nobody wants any more
                secured.destroy();
                reject(error);
            });
        };
        const onError = (error) => {
            fail(tlsFailure(error));
        };
        const onClose = () => {
            fail(new Failure('connection-lost'));
        };
        const onAbort = () => {
            fail(signal.reason);
        };
        secured.on('error', onError);
        secured.on('close', onClose);
        signal.addEventListener('abort', onAbort, { once: true });
        secured.once('secureConnect', () => {
            settle(() => {
                resolve(secured);
            });
        });
    });
}
function connectionOptions({ host, tls: policy, clientCertificate: client, }) {
    const name = policy.serverName ?? host;
    const ca = trustedCertificates(policy.ca);
    return {
        host: name,
        // RFC 6066 section 3: an address must not be sent as SNI.
        ...((0,external_node_net_.isIP)(name) === 0 && { servername: name.replace(/\.$/, '') }),
        ...(ca && { ca }),
        ...(client && {
            cert: client.certificate,
            key: client.key,
            ...(client.passphrase !== undefined && { passphrase: client.passphrase }),
        }),
        minVersion: policy.minVersion,
        ciphers: CIPHERS,
        checkServerIdentity: checkServerName,
        // The handshake must end so that a bad certificate can be shown to the user and a pin compared.
        // verifyPeer() decides right after it, and Wire lets nothing out before that.
        rejectUnauthorized: false,
    };
}
const tls_PROBLEM_OF_CODE = {
    ERR_SSL_WRONG_VERSION_NUMBER: 'tls-not-spoken',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-not-spoken',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-version',
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-version',
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate-required',
    ERR_SSL_EE_KEY_TOO_SMALL: 'certificate-weak',
    ERR_SSL_CA_KEY_TOO_SMALL: 'certificate-weak',
    ERR_SSL_CA_MD_TOO_WEAK: 'certificate-weak',
    EE_KEY_TOO_SMALL: 'certificate-weak',
    CA_KEY_TOO_SMALL: 'certificate-weak',
    CA_MD_TOO_WEAK: 'certificate-weak',
    ERR_SSL_DH_KEY_TOO_SMALL: 'certificate-weak',
};
/** The Failure for an error that a TLS socket reports, in the handshake or later. */
function tlsFailure(error) {
    const code = error.code ?? '';
    const known = tls_PROBLEM_OF_CODE[code];
    if (known)
        return new Failure(known, { detail: code, cause: error });
    const isTls = code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO';
    if (isTls)
        return new Failure('tls-handshake', { detail: code, cause: error });
    return lostConnection(error);
}

;// CONCATENATED MODULE: ./lib/smtp/wire.js







/** A command may hold printable ASCII only (RFC 5321 section 4.1.2): no CR, LF or NUL can be smuggled in. */
const COMMAND = /^[\x20-\x7e]*$/;
/**
 * The one place that touches the network: commands out, replies in, the change to TLS. It reads on
 * demand only, so a flood stays in the kernel, and it holds laws 3 and 4 of the design: no credential
 * outside verified TLS, and an empty buffer before every command.
 */
class Wire {
    #account;
    #signal;
    #socket;
    #reader = new ReplyReader(true);
    #lost;
    #ended = false;
    #wake;
    #tls;
    channelBinding; // of a verified channel only
    constructor(account, socket, signal) {
        this.#account = account;
        this.#signal = signal;
        this.#socket = socket;
        signal.addEventListener('abort', this.#onWake);
        this.#listen();
    }
    /**
     * Connects over TCP.
     *
     * @param signal ends everything; its reason is what waiting calls throw
     */
    static async open(account, signal) {
        signal.throwIfAborted();
        return new Wire(account, await connect(account.host, account.port, signal), signal);
    }
    get remoteAddress() {
        return this.#socket.remoteAddress;
    }
    get localAddress() {
        return this.#socket.localAddress;
    }
    /** What the server's certificate said, also when it was refused. */
    get tls() {
        return this.#tls;
    }
    /** True when bytes have come that nobody asked for. */
    get hasUnsolicitedBytes() {
        return this.#reader.pending > 0 || this.#socket.readableLength > 0;
    }
    /** True when such bytes are the server's announcement that it closes (421, RFC 5321 section 3.8). */
    get isShuttingDown() {
        return this.#reader.pendingShutdown;
    }
    /** Sends a command that holds no part of a credential. */
    send(command) {
        if (!COMMAND.test(command))
            throw new Error('a command must be printable ASCII');
        if (this.hasUnsolicitedBytes)
            throw this.#unsolicited();
        this.#socket.write(`${command}\r\n`);
    }
    /**
     * Sends AUTH or a SASL response. Law 3 stands here: only verified TLS, or the user's own consent, which
     * is for a channel that was never to become TLS and not for a TLS that failed.
     */
    sendCredential(line) {
        const isVerifiedTls = this.#socket instanceof external_node_tls_.TLSSocket && this.#tls?.verified;
        const { tlsMode, allowCleartextAuth } = this.#account;
        const isConsented = tlsMode === 'none' && allowCleartextAuth;
        if (!isVerifiedTls && !isConsented)
            throw new Failure('tls-required');
        this.send(line);
    }
    /** Waits for one complete reply. */
    async receive() {
        for (;;) {
            this.#signal.throwIfAborted();
            const reply = this.#reader.next();
            if (reply)
                return reply;
            const chunk = this.#socket.read();
            if (chunk)
                this.#reader.push(chunk);
            else if (this.#lost)
                throw this.#lost;
            else if (this.#ended)
                throw new Failure('connection-lost');
            else
                await this.#somethingHappens();
        }
    }
    /**
     * Runs the TLS handshake and judges the certificate. Whatever was learned before is worth nothing
     * afterwards, and plaintext that came with the go-ahead is an attack (RFC 3207 section 4.2; "Why TLS
     * Is Better Without STARTTLS", USENIX Security 2021).
     */
    async secure() {
        if (this.hasUnsolicitedBytes)
            throw new Failure('starttls-injection');
        this.#socket.removeListener('readable', this.#onWake);
        this.#socket.removeListener('end', this.#onEnd);
        const secured = await handshake(this.#socket, this.#account, this.#signal);
        this.#reader = new ReplyReader(this.#reader.awaitsGreeting);
        this.#socket = secured;
        this.#listen();
        const certificate = readPeer(secured);
        this.#tls = describePeer(secured, certificate);
        verifyPeer(secured, certificate, this.#account.tls);
        this.#tls = { ...this.#tls, verified: true };
        this.channelBinding = readChannelBinding(secured, certificate);
    }
    /** Says QUIT where that is possible, waits for nothing, and lets the process end. */
    close() {
        this.#signal.removeEventListener('abort', this.#onWake);
        if (!this.#lost && !this.#ended && !this.hasUnsolicitedBytes)
            this.#socket.end('QUIT\r\n');
        this.#socket.destroy();
    }
    #unsolicited() {
        const chunk = this.#socket.read();
        if (chunk)
            this.#reader.push(chunk);
        const reply = this.isShuttingDown ? this.#reader.next() : undefined;
        return reply ? new Failure('temporary-failure', { reply }) : new Failure('unsolicited-bytes');
    }
    #listen() {
        this.#socket.on('readable', this.#onWake);
        this.#socket.on('end', this.#onEnd);
        this.#socket.on('error', this.#onLost);
        this.#socket.on('close', this.#onEnd);
    }
    #onWake = () => this.#wake?.();
    #onEnd = () => {
        this.#ended = true;
        this.#wake?.();
    };
    #onLost = (error) => {
        this.#lost ??= this.#socket instanceof external_node_tls_.TLSSocket ? tlsFailure(error) : lostConnection(error);
        this.#wake?.();
    };
    async #somethingHappens() {
        await new Promise((resolve) => {
            this.#wake = resolve;
        });
        this.#wake = undefined;
    }
}

;// CONCATENATED MODULE: ./lib/smtp/within.js
/**
 * Waits for work that knows no deadline, such as deriving a key, until the deadline.
 *
 * @throws the signal's reason when it is aborted first
 */
async function within(signal, work) {
    signal.throwIfAborted();
    let stop = () => undefined;
    const ended = new Promise((_, reject) => {
        stop = () => {
            reject(signal.reason);
        };
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, ended]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}

;// CONCATENATED MODULE: ./lib/smtp/conversation.js






/** A spoken Wire: keeps the transcript, the stage and the clock of one try. */
class Conversation {
    account;
    secrets;
    findings = {
        offered: [],
        authSent: false,
        credentialSent: false,
        stages: [],
    };
    #transcript;
    #signal;
    #now;
    #token;
    /** @param now milliseconds since the start of the try */
    constructor(account, tools) {
        this.account = account;
        this.#transcript = tools.transcript;
        this.#signal = tools.signal;
        this.#now = tools.now;
        this.#token = account.accessToken;
        this.secrets = new Secrets([account.password, account.accessToken], tools.onSecret);
    }
    /** Runs one stage, so that its time is kept and a failure knows where it happened. */
    async stage(stage, run) {
        const startMs = this.#now();
        this.findings.stage = stage;
        try {
            return await run();
        }
        finally {
            this.findings.stages.push({ stage, startMs, durationMs: this.#now() - startMs });
        }
    }
    /** What is to be proved to the server. */
    get credential() {
        return credentialOf(this.account, this.#token);
    }
    /** The stage before the first: gets the access token that the account is checked with. */
    async fetchToken(obtain) {
        await this.stage('token', async () => {
            this.#signal.throwIfAborted();
            const learn = (secret) => {
                this.secrets.learn(secret);
            };
            this.#token = await obtain({ signal: this.#signal, learn });
            learn(this.#token);
            this.note('access token fetched');
        });
    }
    /** Waits for work that knows no deadline, until the deadline. */
    within(work) {
        return within(this.#signal, work);
    }
    note(text) {
        this.#transcript.note(text);
    }
    async open() {
        const wire = await Wire.open(this.account, this.#signal);
        this.findings.wire = wire;
        if (wire.remoteAddress !== undefined)
            this.findings.address = wire.remoteAddress;
        this.#transcript.note(`connected to ${wire.remoteAddress ?? 'the server'}`);
    }
    get wire() {
        if (!this.findings.wire)
            throw new Error('open() comes first');
        return this.findings.wire;
    }
    async secure() {
        await this.wire.secure();
        const { version, cipher } = this.wire.tls ?? {};
        this.#transcript.note(`TLS established: ${version ?? '?'}, ${cipher ?? '?'}`);
    }
    /** Sends a command without secrets and returns the reply. */
    async ask(command) {
        this.#transcript.client(command);
        this.wire.send(command);
        return this.receive();
    }
    /**
     * Sends AUTH or a SASL response and returns the reply.
     *
     * @param shown the line as the transcript may hold it
     */
    async askCredential(line, shown) {
        this.wire.sendCredential(line);
        this.findings.authSent = true;
        this.#transcript.client(shown);
        return this.receive();
    }
    /** Waits for a reply and writes it down, redacted; what it returns is as it came. */
    async receive() {
        try {
            const reply = await this.wire.receive();
            this.#transcript.server(redactReply(reply, this.secrets.redact));
            return reply;
        }
        catch (error) {
            if (error instanceof Failure && error.detail) {
                this.#transcript.note(`not a reply: ${this.secrets.redact(error.detail)}`);
            }
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/smtp/auth.js




/** RFC 4954 section 4: an initial response must leave the command line within 512 octets, CRLF included. */
const MAX_COMMAND_OCTETS = 512;
/** The longest mechanism of the design needs three; more is a server that never stops asking. */
const MAX_ROUNDS = 5;
/**
 * Logs in once (RFC 4954) and returns only on a complete 235 to a mechanism that has said everything.
 *
 * @throws Failure for every other ending
 */
async function authenticate(talk) {
    const mechanism = auth_choose(talk);
    const initial = mechanism.start();
    const goesWithAuth = initial && fitsCommandLine(mechanism, initial);
    let held = goesWithAuth ? undefined : initial;
    let reply = await sendAuth(talk, mechanism, goesWithAuth ? initial : undefined);
    for (let round = 1; reply.code === 334; round += 1) {
        if (round > MAX_ROUNDS)
            throw refuseChallenge(talk, 'too-many-challenges');
        const response = held ?? (await answer(talk, mechanism, reply));
        if (!response)
            throw refuseChallenge(talk, 'challenge-not-understood');
        held = undefined;
        reply = await send(talk, mechanism, response);
    }
    const problem = judge(reply, mechanism.isComplete && !held, talk);
    if (problem)
        throw new Failure(problem, { reply });
    talk.findings.reply = reply;
}
function auth_choose(talk) {
    const { mechanism: wanted, host, port } = talk.account;
    const { offered } = talk.findings;
    if (offered.length === 0)
        throw new Failure('auth-not-offered');
    const binding = talk.wire.channelBinding;
    const mechanism = chooseMechanism(wanted, offered, talk.credential, { host, port, binding });
    if (!mechanism) {
        const isUnbound = offered.includes(wanted) && needsBinding(wanted) && !binding;
        throw new Failure(isUnbound ? 'channel-binding-unavailable' : 'mechanism-not-offered');
    }
    talk.findings.mechanism = mechanism.name;
    return mechanism;
}
/** An empty initial response is sent as `=` (RFC 4954 section 4). */
function authCommand(mechanism, initial) {
    return `AUTH ${mechanism.name} ${toBase64(initial) || '='}`;
}
function fitsCommandLine(mechanism, initial) {
    return authCommand(mechanism, initial).length + 2 <= MAX_COMMAND_OCTETS;
}
async function sendAuth(talk, mechanism, initial) {
    const bare = `AUTH ${mechanism.name}`;
    if (!initial)
        return talk.askCredential(bare, bare);
    noteSent(talk, mechanism, initial);
    return talk.askCredential(authCommand(mechanism, initial), `${bare} ${initial.shown}`);
}
async function send(talk, mechanism, response) {
    noteSent(talk, mechanism, response);
    return talk.askCredential(toBase64(response), response.shown);
}
function noteSent(talk, mechanism, { secret }) {
    if (secret !== undefined)
        talk.secrets.learn(secret);
    talk.findings.credentialSent = mechanism.isCredentialGiven;
}
/** The mechanism's answer, within the deadline: deriving a key takes its time. */
async function answer(talk, mechanism, { lines }) {
    try {
        return await talk.within(mechanism.next(lines.join('').trimEnd()));
    }
    catch (error) {
        if (error instanceof SaslError)
            throw refuseChallenge(talk, error.reason, error.message);
        throw error;
    }
    finally {
        const { serverReason } = mechanism;
        if (serverReason !== undefined) {
            talk.findings.serverReason = serverReason;
            talk.note(`the server's reason: ${serverReason}`);
        }
    }
}
function toBase64({ bytes }) {
    return bytes.toString('base64');
}
/** RFC 4954 section 4: `*` cancels. The answer does not matter any more, so nobody waits for it. */
function refuseChallenge(talk, problem, detail) {
    talk.wire.send('*');
    return new Failure(problem, detail === undefined ? {} : { detail });
}
/**
 * A reply that asks for fewer logins, in the words of the servers that limit them. The reach between two
 * words is bounded: 64 KiB of the first one would take seconds.
 */
const THROTTLE_TEXT = /too many|rate.?limit|throttl|exceeded|concurrent connections|try again later.{0,100}(connections|login)/i;
/** The replies to AUTH that speak of the command or the channel, not of the credential (RFC 4954 section 6). */
const auth_PROBLEM_OF_CODE = {
    500: 'unexpected-reply',
    501: 'unexpected-reply',
    503: 'unexpected-reply',
    502: 'mechanism-refused',
    504: 'mechanism-refused',
    523: 'tls-required',
    530: 'tls-required',
    538: 'tls-required',
};
/** The whole judgement on the last reply to AUTH; undefined means accepted. */
function judge(reply, isComplete, talk) {
    if (reply.code === 235) {
        if (!isComplete)
            return 'premature-success';
        return talk.wire.hasUnsolicitedBytes && !talk.wire.isShuttingDown
            ? 'unsolicited-bytes'
            : undefined;
    }
    return refusal(reply) ?? auth_PROBLEM_OF_CODE[reply.code] ?? rejectionOrOddity(reply);
}
/** A 4yz reply says nothing about the credential. It also counts at every other stage. */
function refusal(reply) {
    if (reply.code < 400 || reply.code > 499)
        return undefined;
    return THROTTLE_TEXT.test(replyText(reply)) ? 'throttled' : 'temporary-failure';
}
function rejectionOrOddity(reply) {
    return reply.code >= 500 ? 'credential-refused' : 'unexpected-reply';
}

;// CONCATENATED MODULE: ./lib/smtp/capabilities.js
/** `AUTH=PLAIN LOGIN` is an old spelling that Exchange and others still send beside the right one. */
const CAPABILITY = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:[ =](.*))?$/;
/** RFC 4422 section 3.1: 1 to 20 letters, digits, hyphens, underscores. */
const MECHANISM_NAME = /^[A-Z0-9_-]{1,20}$/;
/**
 * Reads an EHLO reply, keyword by keyword and line by line: the first line is the server's name, and
 * a look-alike such as `XSTARTTLS` or `HELP AUTH PLAIN` offers nothing.
 */
function parseCapabilities(reply) {
    const mechanisms = new Set();
    let startTls = false;
    for (const line of reply.lines.slice(1)) {
        const [, keyword = '', parameters = ''] = CAPABILITY.exec(line.trimEnd()) ?? [];
        if (keyword.toUpperCase() === 'STARTTLS')
            startTls = true;
        if (keyword.toUpperCase() === 'AUTH') {
            for (const name of parameters.toUpperCase().split(/\s+/)) {
                if (MECHANISM_NAME.test(name))
                    mechanisms.add(name);
            }
        }
    }
    return { startTls, mechanisms: [...mechanisms] };
}

;// CONCATENATED MODULE: ./lib/smtp/mail.js



/**
 * Asks whether this login may send as `from`, and to `to` (RFC 5321 section 3.3), then takes it back with
 * RSET. There is no DATA: nothing is ever sent, and a server that refuses at DATA only has not been asked.
 *
 * @throws Failure when the server says no
 */
async function askPermission(talk, from, to) {
    await askFor(talk, `MAIL FROM:<${from}>`, 'sender-refused');
    if (to !== undefined)
        await askFor(talk, `RCPT TO:<${to}>`, 'recipient-refused');
    await talk.ask('RSET'); // always 250 (section 4.1.1.5), and what it says decides nothing
}
async function askFor(talk, command, refused) {
    const reply = await talk.ask(command);
    // 251 and 252 take a recipient too (section 3.4).
    if (reply.code >= 250 && reply.code <= 252)
        return;
    const permanent = speaksOfSender(reply) ? 'sender-refused' : refused;
    const problem = refusal(reply) ?? (reply.code >= 500 ? permanent : 'unexpected-reply');
    throw new Failure(problem, { reply });
}
/**
 * Postfix keeps its refusal of the sender back until RCPT TO (smtpd_delay_reject, on by default), and
 * RFC 3463 section 3.2 has two codes for a bad sender.
 */
function speaksOfSender(reply) {
    return /^5\.1\.[78]$/.test(reply.enhanced ?? '') || /\bsender\b/i.test(replyText(reply));
}

;// CONCATENATED MODULE: ./lib/smtp/dialogue.js






/**
 * The whole exchange, in the order in which it happens on the wire. It returns when the login was
 * accepted and throws a Failure in every other case.
 */
async function runDialogue(talk) {
    const { tlsMode } = talk.account;
    await talk.stage('connect', () => talk.open());
    if (tlsMode === 'implicit')
        await talk.stage('tls', () => talk.secure());
    await talk.stage('greeting', () => readGreeting(talk));
    const capabilities = await talk.stage('ehlo', () => sayHello(talk));
    if (tlsMode === 'starttls') {
        await talk.stage('starttls', () => startTls(talk, capabilities));
        await talk.stage('tls', () => talk.secure());
        // RFC 3207 section 4.2: forget what was said before TLS, and say EHLO again.
        await talk.stage('ehlo', () => sayHello(talk));
    }
    await talk.stage('auth', () => authenticate(talk));
    const { from, to } = talk.account;
    if (from !== undefined)
        await talk.stage('mail', () => askPermission(talk, from, to));
}
async function readGreeting(talk) {
    const reply = await talk.receive();
    talk.findings.banner = replyText(reply);
    // RFC 5321 section 3.1: 554 and its kin mean that there is no service for this client.
    if (reply.code !== 220)
        throw unexpected(reply, 'service-refused');
}
async function sayHello(talk) {
    talk.findings.offered = [];
    const name = talk.account.ehloName ?? addressLiteral(talk.wire.localAddress);
    const reply = await talk.ask(`EHLO ${name}`);
    if (reply.code !== 250)
        throw unexpected(reply, 'ehlo-refused');
    const capabilities = parseCapabilities(reply);
    talk.findings.offered = capabilities.mechanisms;
    return capabilities;
}
async function startTls(talk, capabilities) {
    if (capabilities.mechanisms.length > 0)
        talk.findings.authBeforeTls = true;
    if (!capabilities.startTls)
        throw new Failure('starttls-missing');
    const reply = await talk.ask('STARTTLS');
    if (reply.code === 220)
        return;
    // 421 is the server leaving; any other answer, 454 too, is a refusal of TLS that an attacker can forge.
    const problem = reply.code === 421 ? refusal(reply) : undefined;
    throw new Failure(problem ?? 'starttls-refused', { reply });
}
function unexpected(reply, refused) {
    const problem = refusal(reply) ?? (reply.code >= 500 ? refused : 'unexpected-reply');
    return new Failure(problem, { reply });
}
/** RFC 5321 section 4.1.3: a client without a name of its own gives its address. */
function addressLiteral(address = '127.0.0.1') {
    const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
    return (0,external_node_net_.isIPv6)(plain) ? `[IPv6:${plain}]` : `[${plain}]`;
}

;// CONCATENATED MODULE: ./lib/smtp/transcript.js
/** Enough for any honest exchange; a flood of legal replies must not fill memory or the summary. */
const MAX_TRANSCRIPT_LINES = 200;
const MAX_LINE_CHARACTERS = 1000;
/**
 * Records what was said. A secret never enters: the client's lines are given in the form in which
 * they may be shown, and replies arrive redacted.
 */
class Transcript {
    #lines = [];
    #now;
    #dropped = 0;
    /** @param now milliseconds since the start of the try */
    constructor(now) {
        this.#now = now;
    }
    client(shown) {
        this.#add('C', shown);
    }
    server({ code, lines }) {
        lines.forEach((line, index) => {
            const separator = index < lines.length - 1 ? '-' : ' ';
            this.#add('S', `${code}${separator}${line}`);
        });
    }
    note(text) {
        this.#add('--', text);
    }
    get lines() {
        if (this.#dropped === 0)
            return [...this.#lines];
        const text = `${this.#dropped} more lines`;
        return [...this.#lines, { speaker: '--', text, atMs: this.#now() }];
    }
    #add(speaker, text) {
        if (this.#lines.length >= MAX_TRANSCRIPT_LINES) {
            this.#dropped += 1;
            return;
        }
        this.#lines.push({ speaker, text: text.slice(0, MAX_LINE_CHARACTERS), atMs: this.#now() });
    }
}

;// CONCATENATED MODULE: ./lib/smtp/check.js






/**
 * Checks one account once: connects, secures, logs in, sends no mail.
 *
 * @returns the answer, whatever the server or the network does; it never rejects for those
 */
async function check(account, options = {}) {
    const startedAt = performance.now();
    const now = () => performance.now() - startedAt;
    const end = new AbortController();
    const deadline = setTimeout(() => {
        end.abort(new Failure('timed-out'));
    }, options.timeoutMs ?? account.timeoutMs);
    const onCancel = () => {
        end.abort(new Failure('cancelled'));
    };
    options.signal?.addEventListener('abort', onCancel, { once: true });
    if (options.signal?.aborted)
        onCancel();
    const { obtainToken, onSecret } = options;
    const transcript = new Transcript(now);
    const talk = new Conversation(account, { transcript, signal: end.signal, now, onSecret });
    let failure;
    try {
        if (obtainToken)
            await talk.fetchToken(obtainToken);
        await runDialogue(talk);
    }
    catch (error) {
        if (!(error instanceof Failure))
            throw error;
        failure = error;
    }
    finally {
        clearTimeout(deadline);
        options.signal?.removeEventListener('abort', onCancel);
        talk.findings.wire?.close();
    }
    return makeResult(talk, { failure, transcript, durationMs: now() });
}
/** Everything hostile or secret-bearing passes the redaction here, once. */
function makeResult(talk, ending) {
    const { wire, banner, reply: acceptance, ...found } = talk.findings;
    const { failure, transcript, durationMs } = ending;
    const { redact, redactFact } = talk.secrets;
    const reply = failure ? failure.reply : acceptance;
    const detail = failure?.detail === undefined ? undefined : redact(failure.detail);
    return {
        account: { ...subjectOf(talk.account), username: redactFact(talk.account.username) },
        verdict: failure?.verdict ?? 'accepted',
        ...(failure && {
            trouble: { problem: failure.problem, ...(detail !== undefined && { detail }) },
        }),
        ...found,
        offered: found.offered.map(redactFact),
        ...(banner !== undefined && { banner: redact(banner) }),
        ...(reply && { reply: redactReply(reply, redact) }),
        ...(wire?.tls && { tls: redactTls(wire.tls, redactFact) }),
        durationMs,
        transcript: transcript.lines,
        earlierTries: [],
    };
}
/** A server that has heard the secret in an earlier try can have it in its next certificate. */
function redactTls(tls, redact) {
    return { ...tls, issuer: redact(tls.issuer), names: tls.names.map(redact) };
}

;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
const encoder = new TextEncoder(), decoder = new TextDecoder(), buffer_utils_strictDecoder = new TextDecoder("utf-8", { fatal: !0 }), UINT32_RANGE = (/* unused pure expression or super */ null && (2 ** 32));
function concat(...buffers) {
  const size = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size);
  let i = 0;
  for (const buffer of buffers)
    buf.set(buffer, i), i += buffer.length;
  return buf;
}
function writeUInt32BE(buf, value, offset) {
  if (value < 0 || value >= UINT32_RANGE)
    throw new RangeError(`value must be >= 0 and <= ${UINT32_RANGE - 1}. Received ${value}`);
  buf.set([value >>> 24, value >>> 16, value >>> 8, value & 255], offset);
}
function uint64be(value) {
  const high = Math.floor(value / UINT32_RANGE), low = value % UINT32_RANGE, buf = new Uint8Array(8);
  return writeUInt32BE(buf, high, 0), writeUInt32BE(buf, low, 4), buf;
}
function uint32be(value) {
  const buf = new Uint8Array(4);
  return writeUInt32BE(buf, value), buf;
}
const NON_ASCII = /[^\x00-\x7f]/;
function buffer_utils_encode(string) {
  if (typeof string == "string" && string.length >= 128) {
    if (NON_ASCII.test(string))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string);
  }
  const bytes = new Uint8Array(string.length);
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
  }
  return bytes;
}
function encodeBase64(input, url = !1) {
  if (Uint8Array.prototype.toBase64)
    return input.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  const CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
  const encoded = btoa(arr.join(""));
  return url ? encoded.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded;
}
function buffer_utils_decodeBase64(encoded, url = !1) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}
async function digest(algorithm, data) {
  const subtleDigest = `SHA-${algorithm.slice(-3)}`;
  return new Uint8Array(await crypto.subtle.digest(subtleDigest, data));
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/util/base64url.js

const invalid = "The input to be decoded is not correctly encoded.";
function base64url_decode(input) {
  try {
    return buffer_utils_decodeBase64(typeof input == "string" ? input : decoder.decode(input), !0);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function base64url_encode(input) {
  return encodeBase64(typeof input == "string" ? encoder.encode(input) : input, !0);
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/util/errors.js
class JOSEError extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
}
class errors_JWTClaimValidationFailed extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message, payload, claim = "unspecified", reason = "unspecified") {
    super(message, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
}
class errors_JWTExpired extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message, payload, claim = "unspecified", reason = "unspecified") {
    super(message, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
}
class JOSEAlgNotAllowed extends (/* unused pure expression or super */ null && (JOSEError)) {
  static code = (/* unused pure expression or super */ null && ("ERR_JOSE_ALG_NOT_ALLOWED"));
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
}
class JOSENotSupported extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
}
class JWEDecryptionFailed extends JOSEError {
  static code = "ERR_JWE_DECRYPTION_FAILED";
  code = "ERR_JWE_DECRYPTION_FAILED";
  constructor(message = "decryption operation failed", options) {
    super(message, options);
  }
}
class JWEInvalid extends (/* unused pure expression or super */ null && (JOSEError)) {
  static code = (/* unused pure expression or super */ null && ("ERR_JWE_INVALID"));
  code = "ERR_JWE_INVALID";
}
class JWSInvalid extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
}
class errors_JWTInvalid extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
}
class JWKInvalid extends (/* unused pure expression or super */ null && (JOSEError)) {
  static code = (/* unused pure expression or super */ null && ("ERR_JWK_INVALID"));
  code = "ERR_JWK_INVALID";
}
class JWKSInvalid extends (/* unused pure expression or super */ null && (JOSEError)) {
  static code = (/* unused pure expression or super */ null && ("ERR_JWKS_INVALID"));
  code = "ERR_JWKS_INVALID";
}
class JWKSNoMatchingKey extends JOSEError {
  static code = "ERR_JWKS_NO_MATCHING_KEY";
  code = "ERR_JWKS_NO_MATCHING_KEY";
  constructor(message = "no applicable key found in the JSON Web Key Set", options) {
    super(message, options);
  }
}
class JWKSMultipleMatchingKeys extends JOSEError {
  [Symbol.asyncIterator] = async function* () {
  };
  static code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  constructor(message = "multiple matching keys found in the JSON Web Key Set", options) {
    super(message, options);
  }
}
class JWKSTimeout extends JOSEError {
  static code = "ERR_JWKS_TIMEOUT";
  code = "ERR_JWKS_TIMEOUT";
  constructor(message = "request timed out", options) {
    super(message, options);
  }
}
class JWSSignatureVerificationFailed extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message = "signature verification failed", options) {
    super(message, options);
  }
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/key_descriptor.js
function table(entries) {
  const out = { __proto__: null };
  for (const alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js


const sig = [["verify"], ["sign"]];
function hmac(bits) {
  const subtle = { name: "HMAC", hash: `SHA-${bits}` };
  return { kty: ["oct"], secret: !0, subtle, signing: subtle, usages: sig };
}
function rsa(bits, saltLength) {
  const subtle = { name: saltLength ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: `SHA-${bits}` };
  return {
    kty: ["RSA"],
    subtle,
    signing: saltLength ? { ...subtle, saltLength } : subtle,
    usages: sig,
    minRsaBits: 2048
  };
}
function ecdsa(crv, bits) {
  return {
    kty: ["EC"],
    crv,
    subtle: { name: "ECDSA", namedCurve: crv },
    signing: { name: "ECDSA", hash: `SHA-${bits}` },
    usages: sig
  };
}
function eddsa() {
  const subtle = { name: "Ed25519" };
  return {
    kty: ["OKP"],
    crv: "Ed25519",
    subtle,
    signing: subtle,
    usages: sig
  };
}
function mldsa(parameterSet) {
  const subtle = { name: `ML-DSA-${parameterSet}` };
  return {
    kty: ["AKP"],
    subtle,
    signing: subtle,
    usages: sig
  };
}
const JWS = table({
  HS256: hmac(256),
  HS384: hmac(384),
  HS512: hmac(512),
  RS256: rsa(256),
  RS384: rsa(384),
  RS512: rsa(512),
  PS256: rsa(256, 32),
  PS384: rsa(384, 48),
  PS512: rsa(512, 64),
  ES256: ecdsa("P-256", 256),
  ES384: ecdsa("P-384", 384),
  ES512: ecdsa("P-521", 512),
  EdDSA: eddsa(),
  Ed25519: eddsa(),
  "ML-DSA-44": mldsa(44),
  "ML-DSA-65": mldsa(65),
  "ML-DSA-87": mldsa(87)
});
function jwsAlgorithm(alg) {
  const entry = typeof alg == "string" ? JWS[alg] : void 0;
  if (!entry)
    throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
  return entry;
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/validate.js



function assertUint8Array(input, label) {
  if (!(input instanceof Uint8Array))
    throw new TypeError(`${label} must be an instance of Uint8Array`);
}
function validate_isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return !1;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isJwkSet(input) {
  return validate_isObject(input) && Array.isArray(input.keys) && Array.from(input.keys).every(validate_isObject);
}
function isDisjoint(...headers) {
  const parameters = /* @__PURE__ */ new Set();
  for (const header of headers)
    if (header)
      for (const parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return !1;
        parameters.add(parameter);
      }
  return !0;
}
function assertNotSet(value, name) {
  if (value !== void 0)
    throw new TypeError(`${name} can only be called once`);
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return encode(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message, { cause });
  }
  if (!validate_isObject(parsed))
    throw new ErrorClass(message);
  return parsed;
}
const JWS_RECOGNIZED = { __proto__: null, b64: !0 }, JWE_RECOGNIZED = { __proto__: null };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCritDuplicates(Err, protectedHeader) {
  const { crit } = protectedHeader ?? {};
  if (Array.isArray(crit) && new Set(crit).size !== crit.length)
    throw new Err('"crit" (Critical) Header Parameter MUST NOT contain duplicate values');
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  const recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (const parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function validateB64(protectedHeader, extensions) {
  if (extensions.includes("b64")) {
    const b64 = protectedHeader.b64;
    if (typeof b64 != "boolean")
      throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
  }
  return !0;
}
function serializeJoseHeader(Err, header) {
  let serialized, parsed;
  try {
    serialized = JSON.stringify(header), parsed = JSON.parse(serialized);
  } catch (cause) {
    throw new Err("JOSE Header is not valid JSON", { cause });
  }
  if (!validate_isObject(parsed))
    throw new Err("JOSE Header is not a JSON object");
  return [parsed, serialized];
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/key.js



const tag = (key) => key[Symbol.toStringTag], jwkMatchesOp = (entry, key, usage) => {
  const { alg } = entry;
  if (key.use !== void 0) {
    const expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected)
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
  }
  if (key.kty === "AKP" && key.alg === void 0)
    throw new TypeError('missing "alg" (Algorithm) Parameter value');
  if (key.alg !== void 0 && key.alg !== alg)
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  if (Array.isArray(key.key_ops)) {
    const expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp))
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
  }
};
async function prepareKey(entry, key, usage) {
  const { alg, secret } = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
  if (secret && key instanceof Uint8Array)
    return key;
  let normalized, keyObject;
  if (validate_isObject(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string")
      throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0)))
      throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct")
      return base64url_decode(normalized.k);
    if (!Object.isFrozen(key)) {
      const { key_ops } = key;
      Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
  } else {
    if (!isKeyLike(key))
      throw invalidKeyType(alg, key, secret);
    const expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || ["secret", "public", "private"].includes(key.type)))
      throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key))
      return key;
    if (keyObject = key, keyObject.type === "secret")
      return keyObject.export();
  }
  cache ||= /* @__PURE__ */ new WeakMap();
  const cacheKey = key;
  let cached = cache.get(cacheKey);
  if (cached?.[alg])
    return cached[alg];
  if (cached || cache.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    const isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
}
let cache;
const nist = {
  __proto__: null,
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521"
};
function assertCryptoKey(key) {
  if (!isCryptoKey(key))
    throw new Error("CryptoKey instance expected");
}
const isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return !0;
  try {
    return key instanceof CryptoKey;
  } catch {
    return !1;
  }
}, isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject", isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
function message(msg, actual, ...types) {
  if (types.length > 2) {
    const last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
  } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
  return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), msg;
}
const invalidKeyInput = (actual, ...types) => message("Key must be ", actual, ...types);
function invalidKeyType(alg, actual, secret) {
  const types = ["CryptoKey", "KeyObject", "JSON Web Key"];
  return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
}
const unusable = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage))
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
}
function checkModulusLength(alg, key) {
  const { modulusLength } = key.algorithm;
  if (typeof modulusLength != "number" || modulusLength < 2048)
    throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
function checkCryptoKey(key, expected, usage) {
  const algorithm = key.algorithm;
  if (algorithm.name !== expected.name)
    throw unusable(expected.name);
  if (expected.hash && algorithm.hash?.name !== expected.hash)
    throw unusable(expected.hash, "algorithm.hash");
  if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve)
    throw unusable(expected.namedCurve, "algorithm.namedCurve");
  if (expected.length !== void 0 && algorithm.length !== expected.length)
    throw unusable(expected.length, "algorithm.length");
  checkUsage(key, usage);
}
function snapshotJwk(jwk) {
  return { __proto__: null, ...jwk };
}
function normalizeJwk(jwk) {
  const normalized = snapshotJwk(jwk);
  if (normalized.ext !== void 0 && typeof normalized.ext != "boolean")
    throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
  if (normalized.key_ops !== void 0) {
    const value = normalized.key_ops, keyOps = Array.isArray(value) ? [...value] : void 0;
    if (!keyOps || keyOps.some((operation) => typeof operation != "string") || new Set(keyOps).size !== keyOps.length)
      throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
  }
  return normalized;
}
function validateExtractableOption(extractable) {
  if (extractable !== void 0 && typeof extractable != "boolean")
    throw new TypeError('"extractable" option must be a boolean');
  return extractable;
}
async function jwkToKey(entry, jwk, extractable) {
  if (!entry.kty.includes(jwk.kty))
    throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  const algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = !1) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_sign.js






async function createSignature(input, key, rejectUnencoded) {
  let [payload, protectedHeader, unprotectedHeader, crit] = input, encodedProtectedHeader = "";
  if (protectedHeader !== void 0) {
    const normalized = serializeJoseHeader(JWSInvalid, protectedHeader);
    protectedHeader = normalized[0], encodedProtectedHeader = base64url_encode(normalized[1]);
  }
  if (unprotectedHeader !== void 0 && (unprotectedHeader = serializeJoseHeader(JWSInvalid, unprotectedHeader)[0]), !protectedHeader && !unprotectedHeader)
    throw new JWSInvalid("either setProtectedHeader or setUnprotectedHeader must be called before #sign()");
  if (!isDisjoint(protectedHeader, unprotectedHeader))
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...unprotectedHeader };
  validateCritDuplicates(JWSInvalid, protectedHeader);
  const b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, crit, protectedHeader, joseHeader));
  b64 || rejectUnencoded?.();
  const { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  const entry = jwsAlgorithm(alg);
  let encodedPayload = "", signingPayload = payload, signingInput;
  if (b64) {
    const encodedPayloadCache = input[4];
    encodedPayloadCache ? (encodedPayload = encodedPayloadCache[0] ??= base64url_encode(payload), signingPayload = encodedPayloadCache[1] ??= buffer_utils_encode(encodedPayload)) : (encodedPayload = base64url_encode(payload), signingInput = encoder.encode(`${encodedProtectedHeader}.${encodedPayload}`));
  }
  signingInput ??= concat(buffer_utils_encode(encodedProtectedHeader), buffer_utils_encode("."), signingPayload);
  const signingKey = await rawKey(await prepareKey(entry, key, "sign"), entry.subtle, "sign");
  entry.minRsaBits && checkModulusLength(entry.alg, signingKey);
  const jws = {
    signature: base64url_encode(new Uint8Array(await crypto.subtle.sign(entry.signing, signingKey, signingInput))),
    payload: encodedPayload
  };
  return protectedHeader && (jws.protected = encodedProtectedHeader), unprotectedHeader && (jws.header = unprotectedHeader), [jws, b64];
}
async function createCompactSignature(payload, protectedHeader, crit, key, rejectUnencoded) {
  const [jws] = await createSignature([payload, protectedHeader, void 0, crit], key, rejectUnencoded);
  return `${jws.protected}.${jws.payload}.${jws.signature}`;
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jwt_claims_set.js



const epoch = (date) => Math.floor(date.getTime() / 1e3), multipliers = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
  y: 31557600
}, REGEX = /^(\+|\-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i, checkFailed = "check_failed";
function invalidDuration() {
  throw new TypeError("Invalid time period format");
}
function secs(str) {
  typeof str != "string" && invalidDuration();
  const matched = REGEX.exec(str);
  (!matched || matched[4] && matched[1]) && invalidDuration();
  const value = parseFloat(matched[2]), durationSeconds = Math.round(value * multipliers[matched[3][0].toLowerCase()]);
  return Number.isFinite(durationSeconds) || invalidDuration(), matched[1] === "-" || matched[4]?.toLowerCase() === "ago" ? -durationSeconds : durationSeconds;
}
function validateInput(label, input) {
  if (!Number.isFinite(input))
    throw new TypeError(`Invalid ${label} input`);
  return input;
}
function validateStringClaim(claim, value) {
  if (typeof value != "string")
    throw new TypeError(`"${claim}" claim must be a string`);
}
function validateAudienceClaim(value) {
  if (typeof value != "string" && (!Array.isArray(value) || Array.from(value).some((member) => typeof member != "string")))
    throw new TypeError('"aud" claim must be a string or an array of strings');
}
function numericDate(value, label) {
  return typeof value == "number" ? validateInput(label, value) : value instanceof Date ? validateInput(label, epoch(value)) : epoch(/* @__PURE__ */ new Date()) + secs(value);
}
const normalizeTyp = (value) => {
  const normalized = value.toLowerCase();
  return value.includes("/") ? normalized : `application/${normalized}`;
}, checkAudiencePresence = (audPayload, audOption) => typeof audPayload == "string" ? audOption.includes(audPayload) : Array.isArray(audPayload) ? audOption.some((aud) => audPayload.includes(aud)) : !1;
function validateNumericDate(claimsSet, claim, required = !1) {
  const value = claimsSet[claim];
  if (!(value === void 0 && !required)) {
    if (typeof value != "number")
      throw new JWTClaimValidationFailed(`"${claim}" claim must be a number`, claimsSet, claim, "invalid");
    return value;
  }
}
function unexpectedClaim(claimsSet, claim) {
  throw new JWTClaimValidationFailed(`unexpected "${claim}" claim value`, claimsSet, claim, checkFailed);
}
function validateClaimsSet(protectedHeader, claimsSetBytes, options = {}) {
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object");
  const { typ } = options;
  if (typ !== void 0 && (typeof protectedHeader.typ != "string" || normalizeTyp(protectedHeader.typ) !== normalizeTyp(typ)))
    throw new JWTClaimValidationFailed('unexpected "typ" JWT header value', claimsSet, "typ", checkFailed);
  const { requiredClaims = [], issuer, subject, audience, maxTokenAge } = options, presenceCheck = [...requiredClaims];
  maxTokenAge !== void 0 && presenceCheck.push("iat"), audience !== void 0 && presenceCheck.push("aud"), subject !== void 0 && presenceCheck.push("sub"), issuer !== void 0 && presenceCheck.push("iss");
  for (const claim of new Set(presenceCheck.reverse()))
    if (!Object.hasOwn(claimsSet, claim))
      throw new JWTClaimValidationFailed(`missing required "${claim}" claim`, claimsSet, claim, "missing");
  issuer !== void 0 && !(Array.isArray(issuer) ? issuer : [issuer]).includes(claimsSet.iss) && unexpectedClaim(claimsSet, "iss"), subject !== void 0 && claimsSet.sub !== subject && unexpectedClaim(claimsSet, "sub"), audience !== void 0 && !checkAudiencePresence(claimsSet.aud, typeof audience == "string" ? [audience] : audience) && unexpectedClaim(claimsSet, "aud");
  const { clockTolerance } = options;
  let tolerance = 0;
  if (typeof clockTolerance == "string")
    tolerance = secs(clockTolerance);
  else if (clockTolerance !== void 0) {
    if (typeof clockTolerance != "number")
      throw new TypeError("Invalid clockTolerance option type");
    tolerance = clockTolerance;
  }
  if (validateInput("clockTolerance option", tolerance), tolerance < 0)
    throw new TypeError("Invalid clockTolerance option input");
  const { currentDate } = options, now = validateInput("currentDate option", epoch(currentDate === void 0 ? /* @__PURE__ */ new Date() : currentDate)), iat = validateNumericDate(claimsSet, "iat", maxTokenAge !== void 0), nbf = validateNumericDate(claimsSet, "nbf");
  if (nbf !== void 0 && nbf > now + tolerance)
    throw new JWTClaimValidationFailed('"nbf" claim timestamp check failed', claimsSet, "nbf", checkFailed);
  const exp = validateNumericDate(claimsSet, "exp");
  if (exp !== void 0 && exp <= now - tolerance)
    throw new JWTExpired('"exp" claim timestamp check failed', claimsSet, "exp", checkFailed);
  if (maxTokenAge !== void 0) {
    const age = now - iat, max = validateInput("maxTokenAge option", typeof maxTokenAge == "number" ? maxTokenAge : secs(maxTokenAge));
    if (max < 0)
      throw new TypeError("Invalid maxTokenAge option input");
    if (age - tolerance > max)
      throw new JWTExpired('"iat" claim timestamp check failed (too far in the past)', claimsSet, "iat", checkFailed);
    if (age < -tolerance)
      throw new JWTClaimValidationFailed('"iat" claim timestamp check failed (it should be in the past)', claimsSet, "iat", checkFailed);
  }
  return claimsSet;
}
let producerClaimsSets;
function producerClaimsSet(producer) {
  return producerClaimsSets.get(producer);
}
function jwtClaimsSetBytes(producer) {
  const claimsSet = producerClaimsSet(producer);
  for (const claim of ["iat", "nbf", "exp"]) {
    const value = claimsSet[claim];
    if (typeof value == "number" && !Number.isFinite(value))
      throw new TypeError(`"${claim}" claim must be a finite number`);
  }
  return encoder.encode(JSON.stringify(claimsSet));
}
function jwtClaim(producer, claim) {
  return producerClaimsSet(producer)[claim];
}
class JWTClaimsBuilder {
  constructor(claimsSet = {}) {
    if (!validate_isObject(claimsSet))
      throw new TypeError("JWT Claims Set MUST be an object");
    (producerClaimsSets ||= /* @__PURE__ */ new WeakMap()).set(this, structuredClone(claimsSet));
  }
  setIssuer(value) {
    return validateStringClaim("iss", value), producerClaimsSet(this).iss = value, this;
  }
  setSubject(value) {
    return validateStringClaim("sub", value), producerClaimsSet(this).sub = value, this;
  }
  setAudience(value) {
    return validateAudienceClaim(value), producerClaimsSet(this).aud = value, this;
  }
  setJti(value) {
    return validateStringClaim("jti", value), producerClaimsSet(this).jti = value, this;
  }
  setNotBefore(value) {
    return producerClaimsSet(this).nbf = numericDate(value, "setNotBefore"), this;
  }
  setExpirationTime(value) {
    return producerClaimsSet(this).exp = numericDate(value, "setExpirationTime"), this;
  }
  setIssuedAt(value) {
    const claimsSet = producerClaimsSet(this);
    return value === void 0 ? claimsSet.iat = epoch(/* @__PURE__ */ new Date()) : typeof value == "string" ? claimsSet.iat = validateInput("setIssuedAt", epoch(/* @__PURE__ */ new Date()) + secs(value)) : claimsSet.iat = numericDate(value, "setIssuedAt"), this;
  }
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js




const SignJWT_base = JWTClaimsBuilder;
class SignJWT extends SignJWT_base {
  #protectedHeader;
  setProtectedHeader(protectedHeader) {
    return assertNotSet(this.#protectedHeader, "setProtectedHeader"), this.#protectedHeader = protectedHeader, this;
  }
  async sign(key, options) {
    return createCompactSignature(jwtClaimsSetBytes(this), this.#protectedHeader, options?.crit, key, () => {
      throw new errors_JWTInvalid("JWTs MUST NOT use unencoded payload");
    });
  }
}


;// CONCATENATED MODULE: ./lib/token/assertion.js


/** Signed statements that stand in for a secret (RFC 7523). */
/** Long enough for any clock that is not wrong; Google takes up to an hour, Microsoft advises minutes. */
const LIFETIME_SECONDS = 300;
/** "This service account asks in the name of that mailbox" (RFC 7523 section 2.1; Google: `sub`). */
function signGrant({ issuer, subject, keyId, privateKey }, audience, scope) {
    const key = (0,external_node_crypto_.createPrivateKey)(privateKey);
    return new SignJWT(scope === undefined ? {} : { scope })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })
        .setIssuer(issuer)
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(key);
}
/**
 * "I am this client, and the registered certificate is mine" (RFC 7523 section 2.2). Microsoft finds the
 * certificate by its SHA-256 thumbprint in `x5t#S256` and wants PS256.
 */
function signClientAssertion(clientId, { certificate, key, passphrase }, audience) {
    const opened = (0,external_node_crypto_.createPrivateKey)({ key, ...(passphrase !== undefined && { passphrase }) });
    const { raw } = new external_node_crypto_.X509Certificate(certificate);
    const thumbprint = (0,external_node_crypto_.createHash)('sha256').update(raw).digest('base64url');
    return new SignJWT({})
        .setProtectedHeader({ alg: algorithmFor(opened), typ: 'JWT', 'x5t#S256': thumbprint })
        .setIssuer(clientId)
        .setSubject(clientId)
        .setAudience(audience)
        .setJti((0,external_node_crypto_.randomUUID)())
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(opened);
}
/** RFC 7518 section 3.1. */
function algorithmFor(key) {
    if (key.asymmetricKeyType !== 'ec')
        return 'PS256';
    return key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'ES384' : 'ES256';
}

;// CONCATENATED MODULE: ./lib/token/reply.js


/** RFC 6749 appendix A.12: printable ASCII, no blanks. */
const ACCESS_TOKEN = /^[\x21-\x7e]+$/;
/**
 * Reads a token endpoint's answer (RFC 6749 sections 5.1 and 5.2).
 *
 * @throws Failure for everything but a bearer token; its detail holds the endpoint's own, hostile words
 */
function readTokenReply({ status, body }) {
    const reply = parseJson(body);
    const token = reply?.['access_token'];
    if (status === 200 && typeof token === 'string' && ACCESS_TOKEN.test(token)) {
        const type = reply?.['token_type'];
        if (typeof type === 'string' && type.toLowerCase() === 'bearer')
            return token;
        throw new Failure('token-reply-malformed', { detail: 'the token is not a bearer token' });
    }
    const error = asReason(reply?.['error']);
    const description = reply?.['error_description'];
    const words = typeof description === 'string' ? `: ${description}` : '';
    throw new Failure(reply_judge(status, error), {
        detail: error === undefined ? `HTTP status ${status}, no OAuth reply` : `${error}${words}`,
    });
}
/** OAuth's errors by what they say of the credential (RFC 6749 section 5.2, OpenID Connect Core 3.1.2.6). */
const PROBLEM_OF_ERROR = {
    invalid_client: 'token-refused',
    invalid_grant: 'token-refused',
    unauthorized_client: 'token-refused',
    access_denied: 'token-refused',
    consent_required: 'token-refused',
    interaction_required: 'token-refused',
    temporarily_unavailable: 'token-unavailable',
    server_error: 'token-unavailable',
    slow_down: 'token-unavailable',
};
function reply_judge(status, error) {
    if (status >= 500 || status === 429)
        return 'token-unavailable';
    if (error === undefined || status < 400)
        return 'token-reply-malformed';
    return PROBLEM_OF_ERROR[error] ?? 'token-request-invalid';
}
/** @returns undefined when the text is not a JSON object */
function parseJson(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : undefined;
    }
    catch {
        return undefined; // every caller says what it missed in it
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: ./lib/token/request.js



/** Token replies have 1 to 4 KiB; the largest tokens seen have 10. */
const MAX_BODY_BYTES = 64 * 1024;
/** Node's names for "the certificate does not pass", beside its ERR_TLS_ and ERR_SSL_ codes. */
const TLS_CODE = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|INVALID_PURPOSE)/;
/**
 * Asks once, with Node's own checks of the certificate and no way to turn them off. Redirects are not
 * followed: the secret in the request is for this address alone (CVE-2025-14524 is what happens else).
 *
 * @throws Failure when there is no whole answer; the signal's reason when it is aborted
 */
function ask(url, question, signal) {
    const { method, headers, body, ca } = question;
    const options = { method, headers, signal, agent: false, ...(ca && { ca }) };
    return new Promise((resolve, reject) => {
        const fail = (error) => {
            reject(signal.aborted ? signal.reason : failure(error));
        };
        const start = url.protocol === 'https:' ? external_node_https_namespaceObject.request : external_node_http_.request;
        const asked = start(url, options, (answer) => {
            const chunks = [];
            let size = 0;
            answer.on('data', (chunk) => {
                size += chunk.length;
                chunks.push(chunk);
                if (size > MAX_BODY_BYTES)
                    asked.destroy(new Failure('token-reply-malformed', TOO_LONG));
            });
            answer.on('error', fail);
            answer.on('end', () => {
                resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
            });
        });
        asked.on('error', fail);
        asked.end(body);
    });
}
const TOO_LONG = { detail: 'the answer is longer than any honest one' };
function failure(error) {
    if (error instanceof Failure)
        return error;
    const code = error.code ?? '';
    const isTls = TLS_CODE.test(code);
    const isHttp = code.startsWith('HPE_');
    const problem = isTls
        ? 'token-endpoint-tls'
        : isHttp
            ? 'token-reply-malformed'
            : 'token-endpoint-unreachable';
    return new Failure(problem, { detail: code === '' ? error.message : code, cause: error });
}

;// CONCATENATED MODULE: ./lib/token/github.js



/** The audience that Microsoft Entra expects of a token from elsewhere (its "workload identity federation"). */
const AUDIENCE = 'api://AzureADTokenExchange';
/**
 * Asks the runner for GitHub's signed statement which workflow this is. The address and its key are in
 * the environment of a job with `id-token: write`.
 *
 * @throws Failure when the job has no such permission or the runner gives no statement
 */
async function fetchGitHubToken(environment, signal) {
    const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const key = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    if (address === '' || key === '')
        throw github_invalid(NO_PERMISSION);
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !isSafe(url))
        throw github_invalid("the runner's address for tokens is not an https one");
    url.searchParams.set('audience', AUDIENCE);
    const headers = { authorization: `Bearer ${key}`, accept: 'application/json' };
    const { status, body } = await ask(url, { method: 'GET', headers }, signal);
    if (status >= 500 || status === 429)
        throw new Failure('token-unavailable', runner(status));
    if (status !== 200)
        throw github_invalid(runner(status).detail);
    const { value } = parseJson(body) ?? {};
    if (typeof value !== 'string' || value === '') {
        throw new Failure('token-reply-malformed', { detail: 'the runner gave no token' });
    }
    return value;
}
const NO_PERMISSION = 'no client secret and no certificate are given, so GitHub has to vouch for this workflow, and the job lacks the permission for that: add "permissions: id-token: write"';
function github_invalid(detail) {
    return new Failure('token-request-invalid', { detail });
}
function runner(status) {
    return { detail: `the runner answered with HTTP status ${status}` };
}
/** Clear text only where it does not leave the machine. */
function isSafe({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

;// CONCATENATED MODULE: ./lib/token/obtain.js





/**
 * Fetches an OAuth 2.0 access token, in one request.
 *
 * @throws Failure with a `token-…` problem when there is none; the signal's reason when time is over
 */
async function obtainToken(request, tools, { environment, ca }) {
    const { endpoint, scope } = request;
    const fields = await grantFields(request, tools, environment);
    const body = new URLSearchParams({ ...fields, ...(scope !== undefined && { scope }) });
    const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
    };
    const question = { method: 'POST', headers, body: body.toString() };
    const trusted = trustedCertificates(ca);
    return readTokenReply(await ask(new URL(endpoint), { ...question, ca: trusted }, tools.signal));
}
async function grantFields({ endpoint, grant, scope }, tools, environment) {
    if (grant.kind === 'service-account') {
        const assertion = await signGrant(grant, endpoint, scope);
        tools.learn(assertion);
        return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    }
    const { clientId, proof } = grant;
    const client = {
        client_id: clientId,
        ...(await proofFields(clientId, proof, endpoint, tools, environment)),
    };
    if (grant.kind === 'client-credentials')
        return { grant_type: 'client_credentials', ...client };
    const { refreshToken } = grant;
    tools.learn(refreshToken);
    return { grant_type: 'refresh_token', refresh_token: refreshToken, ...client };
}
async function proofFields(clientId, proof, endpoint, { signal, learn }, environment) {
    if (proof.kind === 'none')
        return {};
    if (proof.kind === 'secret') {
        learn(proof.secret);
        return { client_secret: proof.secret };
    }
    const assertion = proof.kind === 'certificate'
        ? await signClientAssertion(clientId, proof.certificate, endpoint)
        : await fetchGitHubToken(environment, signal);
    learn(assertion);
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    return { client_assertion_type: type, client_assertion: assertion };
}

;// CONCATENATED MODULE: ./lib/token/source.js

/**
 * The source of an account's access token: fetched at most once, whatever happens to the login.
 *
 * @returns undefined when the account has no token to fetch
 */
function createTokenSource({ tokenRequest, tls }, environment) {
    if (!tokenRequest)
        return undefined;
    let fetched;
    return async (tools) => {
        fetched ??= await obtainToken(tokenRequest, tools, { environment, ca: tls.ca });
        return fetched;
    };
}

;// CONCATENATED MODULE: ./lib/fleet/retry.js




/** Milliseconds before the first retry; every further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;
/**
 * Checks one account and tries again where the result says nothing about the credential. All tries and
 * pauses share the account's one deadline, and an access token is fetched once for all of them.
 */
async function checkWithRetries(account, { signal, mayRetry = () => true, onSecret }) {
    const options = { signal, onSecret, obtainToken: createTokenSource(account, process.env) };
    const endsAt = performance.now() + account.timeoutMs;
    const earlierTries = [];
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs *= 2) {
        const result = await check(account, { ...options, timeoutMs: endsAt - performance.now() });
        const isAllowed = mayRetry(result) && saysNothing(result);
        const hasTime = performance.now() + pauseMs < endsAt;
        const answer = { ...result, earlierTries };
        if (!isAllowed || !hasTime || earlierTries.length >= account.retries)
            return answer;
        await (0,promises_namespaceObject.setTimeout)(pauseMs, undefined, { signal }).catch(() => undefined); // the next try says `cancelled`
        if (!mayRetry(result))
            return answer;
        earlierTries.push(summarise(result));
    }
}
const RETRYABLE = new Set(['temporary', 'unreachable', 'timeout']);
/**
 * Law 2: only a result without any judgement on the credential may be tried again. Once AUTH has been
 * sent, only the server's own "temporary" proves that; a connection that merely broke may have been a
 * failed login. A server that wants fewer logins is obeyed.
 */
function saysNothing(result) {
    const { verdict, trouble, reply, authSent, stage } = result;
    if (stage === 'mail')
        return false; // the login has been judged, and would be made again
    // Some servers refuse for good under a temporary code, such as 435 4.7.8; their words tell.
    const cause = causeOf(result);
    if (cause === 'throttled' || isRefinement(cause))
        return false;
    const isTemporary = reply !== undefined && reply.code >= 400 && reply.code <= 499;
    if (trouble?.problem === 'name-not-found' || trouble?.problem === 'service-refused')
        return false;
    return isTemporary || (RETRYABLE.has(verdict) && !authSent);
}
function summarise(result) {
    const { verdict, stage, trouble, reply, durationMs } = result;
    return { verdict, stage, problem: trouble?.problem, code: reply?.code, durationMs };
}

;// CONCATENATED MODULE: ./lib/fleet.js









/**
 * Checks accounts, many at once, and spares hosts that ask for it. An item that is a result already, such
 * as an entry with wrong inputs, keeps its place. Equal logins are checked once.
 *
 * @param onResult called as each result becomes known, with everything that is known of it; the results
 *   that are returned have lost the transcript and its kin, since thousands are held at once
 * @returns one result for each item, in their order; it never rejects
 */
async function checkAll(items, options, onResult = () => undefined) {
    // Each check that runs listens to it; Node would take more than ten listeners for a leak and warn.
    (0,external_node_events_.setMaxListeners)(0, options.signal);
    const results = new Array(items.length);
    let done = 0;
    const settle = (position, result) => {
        done += 1;
        results[position] = items.length === 1 ? result : withoutDetail(result);
        onResult(result, { position, done, total: items.length });
    };
    items.forEach((item, position) => {
        if ('verdict' in item)
            settle(position, item);
    });
    const logins = groupByLogin(items);
    const hosts = new Hosts(logins, options);
    const jobs = logins.map(({ account, same }) => ({
        host: hostKey(account.host),
        run: async () => {
            const result = await checkOne(account, hosts, options);
            for (const [position, twin] of same)
                settle(position, answerFor(twin, result));
            return { hostAnswered: result.verdict !== 'timeout' && result.verdict !== 'unreachable' };
        },
    }));
    await runPaced(jobs, hosts, options.signal);
    return results;
}
function groupByLogin(items) {
    const logins = new Map();
    items.forEach((item, position) => {
        if ('verdict' in item)
            return;
        const key = loginKey(item);
        const login = logins.get(key) ?? { account: item, same: [] };
        login.same.push([position, item]);
        logins.set(key, login);
    });
    return [...logins.values()];
}
async function checkOne(account, hosts, options) {
    if (options.signal.aborted)
        return notTried(account, 'cancelled', { problem: 'cancelled' });
    const host = hostKey(account.host);
    const reason = hosts.reasonToSpare(host);
    if (reason)
        return spared(account, reason);
    try {
        const mayRetry = (result) => hosts.learn(host, result);
        const result = await checkWithRetries(account, { ...options, mayRetry });
        return { ...result, inputWarnings: checkHygiene(account) };
    }
    catch (error) {
        options.onFault?.(error);
        return notTried(account, 'config', { problem: 'internal-error' });
    }
}
/** The answer to one login, as the answer for an account that is the same login. */
function answerFor({ expect, certificateWarnDays }, result) {
    return { ...result, account: { ...result.account, expect, certificateWarnDays } };
}

;// CONCATENATED MODULE: ./lib/accounts/entry.js

/** The entry's keys win; a credential of its own replaces the other form of it as well. */
function merge(defaults, entry) {
    const isReplaced = (key) => CREDENTIAL_INPUTS.some((name) => (key === name || key === variableKey(name)) &&
        (entry.has(name) || entry.has(variableKey(name))));
    return new Map([...[...defaults].filter(([key]) => !isReplaced(key)), ...entry]);
}
/** `password` → `password-env` */
function variableKey(name) {
    return `${name}-env`;
}
function fillIn(entry, { base, environment }) {
    const raw = { ...base };
    const problems = [];
    const variables = [];
    for (const [key, value] of entry) {
        const credential = CREDENTIAL_INPUTS.find((name) => variableKey(name) === key);
        const message = credential && entry.has(credential) ? BOTH : valueFault(key, value);
        if (message !== undefined)
            problems.push({ input: key, message });
        else if (!credential)
            raw[key] = value.text;
        else {
            raw[credential] = environment[value.text] ?? '';
            if (raw[credential] === '')
                problems.push({ input: credential, message: unset(value.text) });
            else
                variables.push(value.text);
        }
    }
    return { raw, problems, variables };
}
const BOTH = 'the entry gives this value directly as well; keep one of the two';
/** POSIX.1-2017, Base Definitions, section 8.1; a `$` or `${{ }}` around the name is the usual slip. */
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
function unset(variable) {
    return `is empty: the environment variable ${variable} is not set. Give it to this step with "env:". A secret is empty when its name is misspelt, and in runs for pull requests from forks and from Dependabot`;
}
/** What is wrong with the way a value is written; whether it fits its input is judged later. */
function valueFault(key, { text, kind }) {
    const isVariable = CREDENTIAL_INPUTS.some((name) => variableKey(name) === key);
    if (!isVariable && !isInput(key))
        return UNKNOWN_KEY;
    if (kind === 'structure')
        return 'is a list or a map; give one value';
    if (kind === 'empty')
        return 'has no value; give one, or leave the key out';
    if (isVariable) {
        return VARIABLE_NAME.test(text) ? undefined : 'is not the name of an environment variable';
    }
    // YAML reads 0123 as 123 and 1e3 as 1000: what is not a number by its nature would arrive changed.
    const isNumeric = isInput(key) && /^\d+$/.test(ACCOUNT_DEFAULTS[key]);
    const isCredential = CREDENTIAL_INPUTS.includes(key);
    if ((kind === 'number' && !isNumeric) || (kind === 'boolean' && isCredential)) {
        return `is a ${kind} to YAML; put it in quotes, so that it is taken as written`;
    }
    return undefined;
}
function isInput(key) {
    return Object.hasOwn(ACCOUNT_DEFAULTS, key);
}
const UNKNOWN_KEY = 'there is no such key. The keys are the names of the inputs, and those of secrets with "-env" behind them, such as "password-env"';

;// CONCATENATED MODULE: ./lib/accounts/yaml.js

/**
 * Reads a list of accounts: a YAML sequence of maps, or a map of `defaults` and `accounts`. JSON is
 * YAML too. An alias is the same object again and nothing here descends into one, so a bomb of aliases
 * stays small.
 *
 * @throws InputError naming every place that is wrong. YAML's own messages are not repeated: they quote
 *   the text, and the text holds passwords
 */
async function readYaml(text) {
    const problems = findCutValues(text);
    const { list, defaults = {} } = shape(await parse(text), problems);
    if (!isMap(defaults))
        problems.push('"defaults" is not a map of keys and values');
    list.forEach((item, index) => {
        if (!isMap(item))
            problems.push(`entry ${index + 1} is not a map of keys and values`);
    });
    if (problems.length > 0)
        throw yaml_failure(problems);
    return { defaults: readEntry(defaults), entries: list };
}
function readEntry(item) {
    return new Map(Object.entries(item).map(([key, value]) => [key, readValue(value)]));
}
async function parse(text) {
    // Loaded here, since a single account does not need it.
    const { CORE_SCHEMA, load, YAMLException } = await __nccwpck_require__.e(/* import() */ 243).then(__nccwpck_require__.bind(__nccwpck_require__, 3243));
    try {
        return load(text, { schema: CORE_SCHEMA });
    }
    catch (error) {
        if (!(error instanceof YAMLException))
            throw error;
        const where = error.mark ? `line ${error.mark.line + 1} cannot be read` : 'it cannot be read';
        throw yaml_failure([`${where}: ${yamlFault(error.reason)}`]);
    }
}
function yamlFault(reason) {
    if (/duplicated? mapping key/i.test(reason))
        return 'a key stands there twice';
    return "it is not YAML. A value with special characters needs quotes, such as password: '#a: b'";
}
/**
 * A blank and a "#" begin a comment, so a password without quotes would be sent without its end, and
 * nobody would see why it is refused.
 */
function findCutValues(text) {
    return text.split('\n').flatMap((line, index) => {
        const isCut = /^[\s-]*(username|password)\s*:\s+(?!['"|>&*!{[#]).*\s#/.test(line);
        return isCut
            ? [`line ${index + 1} has a "#", which begins a comment; put the value before it in quotes`]
            : [];
    });
}
const NOT_A_LIST = 'is not a list of accounts. Give a YAML list, a map with "accounts" (and "defaults"), or the path of such a file; docs/accounts.schema.json describes it';
function shape(tree, problems) {
    if (Array.isArray(tree))
        return { list: refuseEmpty(tree, problems) };
    if (!isMap(tree) || !Array.isArray(tree['accounts']))
        throw yaml_failure([NOT_A_LIST, ...problems]);
    const { accounts, defaults, ...others } = tree;
    if (Object.keys(others).length > 0) {
        problems.push('beside "defaults" and "accounts" there is another key at the top');
    }
    return { list: refuseEmpty(accounts, problems), defaults };
}
function refuseEmpty(list, problems) {
    if (list.length === 0)
        problems.push('the list is empty; give at least one account');
    return list;
}
function readValue(value) {
    if (typeof value === 'string')
        return { text: value, kind: 'text' };
    if (typeof value === 'number')
        return { text: String(value), kind: 'number' };
    if (typeof value === 'boolean')
        return { text: String(value), kind: 'boolean' };
    return { text: '', kind: value === null ? 'empty' : 'structure' };
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function yaml_failure(messages) {
    return new InputError(messages.map((message) => ({ input: 'accounts', message })));
}

;// CONCATENATED MODULE: ./lib/accounts/list.js





/** Far more than a secret (48 KB) or a list of thousands of accounts needs. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;
/**
 * Reads the input `accounts`: YAML text, or the path of a file of it. What is wrong with one entry stays
 * with it, so that the others can be checked all the same.
 *
 * @throws InputError when it is no list of accounts
 */
async function readList(value, context) {
    const { defaults, entries } = await readYaml(isPath(value) ? readFile(value) : value);
    const variables = new Set();
    const items = entries.map((tree, index) => {
        const entry = fillIn(merge(defaults, readEntry(tree)), context);
        context.onCredential(entry.raw);
        entry.variables.forEach((name) => variables.add(name));
        return list_judge(entry, index + 1);
    });
    return { items, variables: [...variables] };
}
function list_judge({ raw, problems }, number) {
    const { account, problems: further } = tryParse(raw);
    const isKnown = new Set(problems.map(({ input }) => input.replace(/-env$/, '')));
    const all = [...problems, ...further.filter(({ input }) => !isKnown.has(input))];
    if (account && all.length === 0)
        return account;
    return configResult(raw, new InputError(all), `Entry ${number}`);
}
function tryParse(raw) {
    try {
        return { account: parseAccount(raw), problems: [] };
    }
    catch (error) {
        if (error instanceof InputError)
            return { problems: error.problems };
        throw error;
    }
}
/** A path is one line, and does not look like a list or a map. */
function isPath(value) {
    return !/[\r\n]/.test(value) && !/^\s*[-[{#]/.test(value) && !/:(\s|$)/.test(value);
}
function readFile(path) {
    const fail = (message) => new InputError([{ input: 'accounts', message }]);
    try {
        if ((0,external_node_fs_namespaceObject.statSync)(path).size > MAX_LIST_BYTES)
            throw fail('the file is larger than 16 MiB');
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof InputError)
            throw error;
        const { code } = error;
        // Not quoted: it may be a list, or a secret, that went wrong.
        throw fail(`is neither a list nor the path of a readable file (${code ?? 'error'})`);
    }
}

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./lib/fleet/memory.js

/**
 * Asks V8 to collect garbage early instead of letting the heap grow. Checks make much garbage and keep
 * little: 5,000 accounts end with 130 to 170 MiB without this and with 90 to 110 MiB with it, at the same
 * speed. The flags only steer when the heap grows, so they are safe to set while the program runs.
 */
function keepHeapSmall() {
    FLAGS.forEach((flag) => {
        (0,external_node_v8_namespaceObject.setFlagsFromString)(flag);
    });
}
const FLAGS = ['--optimize-for-size', '--max-semi-space-size=1', '--semi-space-growth-factor=1'];

;// CONCATENATED MODULE: ./lib/fleet/shard.js
/**
 * Picks this shard's part of the list. The same list gives the same parts in every job, whatever the
 * machine. A host stays whole unless it is larger than a fair share; then it is cut into at most
 * `maxPieces`, so that the pieces together can keep the host's limit of connections.
 */
function pickShard(items, shard, maxPieces) {
    const fair = Math.ceil(items.length / shard.count);
    const spread = new Map();
    const blocks = [...groupBy(items)].flatMap(([host, logins]) => {
        const size = logins.reduce((sum, positions) => sum + positions.length, 0);
        const pieces = Math.min(Math.ceil(size / fair), maxPieces, shard.count, logins.length);
        if (pieces > 1)
            spread.set(host, pieces);
        return cut(host, logins, pieces);
    });
    const members = distribute(blocks, shard.count)[shard.index - 1] ?? [];
    return { members: [...members].sort((a, b) => a - b), spread };
}
/** The positions of each host's logins, in the order of the list. */
function groupBy(items) {
    const hosts = new Map();
    items.forEach(({ host, login }, position) => {
        const logins = hosts.get(host) ?? new Map();
        logins.set(login, [...(logins.get(login) ?? []), position]);
        hosts.set(host, logins);
    });
    return new Map([...hosts].map(([host, logins]) => [host, [...logins.values()]]));
}
function cut(host, logins, pieces) {
    return Array.from({ length: pieces }, (_, piece) => ({
        host,
        positions: logins.filter((_login, index) => index % pieces === piece).flat(),
    }));
}
/** Largest first, each to the shard with the least so far: within 4/3 of the best split (Graham 1969). */
function distribute(blocks, count) {
    const shards = Array.from({ length: count }, () => []);
    const largestFirst = [...blocks].sort((a, b) => b.positions.length - a.positions.length || (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
    for (const { positions } of largestFirst) {
        const smallest = shards.reduce((a, b) => (b.length < a.length ? b : a));
        smallest.push(...positions);
    }
    return shards;
}

;// CONCATENATED MODULE: ./lib/fleet/plan.js







/**
 * Makes the plan from one account, or from the input `accounts`, whose entries take from the single
 * inputs what neither they nor `defaults` say, and of which this shard gets its part.
 *
 * @throws InputError when the list as a whole is wrong
 */
async function makePlan(raw, options, context) {
    if (options.accounts === undefined)
        return { items: [parseSingle(raw)], spread: new Map() };
    refuseSingle(raw);
    keepHeapSmall();
    const { items, variables } = await readList(options.accounts, { base: raw, ...context });
    context.onVariables(variables);
    if (options.shard.count === 1)
        return { items, spread: new Map() };
    const { members, spread } = pickShard(items.map(toShardItem), options.shard, options.maxPerHost);
    return { items: members.flatMap((position) => items[position] ?? []), spread };
}
function parseSingle(raw) {
    try {
        return parseAccount(raw);
    }
    catch (error) {
        if (error instanceof InputError)
            return configResult(raw, error);
        throw error;
    }
}
/** A credential in the single inputs would be a default for every server in the list. */
function refuseSingle(raw) {
    const given = ['host', ...CREDENTIAL_INPUTS].filter((input) => raw[input] !== '');
    if (given.length === 0)
        return;
    const message = 'cannot be combined with "accounts"; give it in the list, under "defaults" if it is shared';
    throw new InputError(given.map((input) => ({ input, message })));
}
function toShardItem(item, position) {
    const isAccount = !('verdict' in item);
    const host = hostKey(isAccount ? item.host : item.account.host);
    return { host, login: isAccount ? loginKey(item) : `entry ${position + 1}` };
}

;// CONCATENATED MODULE: ./lib/run-options.js


/** The inputs that describe the run, not an account, with their defaults. `action.yml` has the same ones. */
const RUN_DEFAULTS = {
    accounts: '',
    'max-parallel': '10',
    'max-per-host': '4',
    /**
     * Four logins a second at one host: below the strictest published limit found (five new connections a
     * second and address), and hardly felt, since four parallel logins take about as long.
     */
    'host-gap': '0.25',
    shard: '1/1',
    'report-json': '',
    'report-junit': '',
    'tracking-issue': 'false',
    'github-token': '',
};
/** A connection takes a file descriptor; beyond this many a runner's usual limit of 1,024 comes near. */
const MAX_PARALLEL = 500;
/** A matrix makes at most 256 jobs a workflow run (GitHub, "Usage limits"). */
const MAX_SHARDS = 256;
const MAX_GAP_SECONDS = 60;
/**
 * Validates the inputs that describe the run.
 *
 * @throws InputError naming every input that is wrong
 */
function parseRunOptions(raw) {
    const problems = [];
    const read = (input, parse, otherwise) => {
        try {
            return parse(raw[input] === '' ? RUN_DEFAULTS[input] : raw[input]);
        }
        catch (error) {
            problems.push({ input, message: error.message });
            return otherwise;
        }
    };
    const upTo = (max) => (value) => parseInteger(value, 1, max);
    const trackingIssue = read('tracking-issue', parseBoolean, false);
    if (trackingIssue && raw['github-token'] === '') {
        problems.push({ input: 'github-token', message: NO_TOKEN });
    }
    const options = {
        ...(raw.accounts.trim() !== '' && { accounts: raw.accounts }),
        maxParallel: read('max-parallel', upTo(MAX_PARALLEL), 1),
        maxPerHost: read('max-per-host', upTo(MAX_PARALLEL), 1),
        gapMs: read('host-gap', parseGap, 0),
        shard: read('shard', parseShard, { index: 1, count: 1 }),
        ...(raw['report-json'] !== '' && { reportJson: raw['report-json'] }),
        ...(raw['report-junit'] !== '' && { reportJunit: raw['report-junit'] }),
        trackingIssue,
        githubToken: raw['github-token'],
    };
    if (problems.length > 0)
        throw new InputError(problems);
    return options;
}
const NO_TOKEN = 'is empty, but "tracking-issue" needs it: give ${{ github.token }} and the job the permission "issues: write"';
function parseGap(value) {
    return /^0+(\.0{1,3})?$/.test(value) ? 0 : parseSeconds(value, MAX_GAP_SECONDS);
}
function parseShard(value) {
    const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(value) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    if (shard.index >= 1 && shard.index <= shard.count && shard.count <= MAX_SHARDS)
        return shard;
    throw new Error(`is not a part such as 3/16: from 1/1 up to ${MAX_SHARDS}/${MAX_SHARDS}`);
}

;// CONCATENATED MODULE: ./lib/inputs.js





/** Sent exactly as given, so a blank at either end has to survive the reading. */
const UNTRIMMED = new Set([...CREDENTIAL_INPUTS, 'accounts']);
/** What nothing that this process starts or prints needs again once it has been read. */
const FORGOTTEN = [...SECRET_INPUTS, 'accounts', 'github-token'];
/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
function readInputs() {
    const account = read(ACCOUNT_DEFAULTS);
    const run = read(RUN_DEFAULTS);
    maskCredential(account);
    mask(run['github-token']);
    forgetVariables(FORGOTTEN.map((name) => `INPUT_${name.toUpperCase()}`));
    return { account, run };
}
function read(defaults) {
    const names = Object.keys(defaults);
    return Object.fromEntries(names.map((name) => [name, getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]));
}
/** Takes variables with credentials away from everything that starts or runs later in this process. */
function forgetVariables(names) {
    names.forEach((name) => Reflect.deleteProperty(process.env, name));
}
/**
 * Masks the secrets of one account and what is made of them. The runner itself masks Base64 of whole
 * secrets only, and nothing of the members of a secret that is a list.
 */
function maskCredential(account) {
    for (const input of SECRET_INPUTS)
        maskEverything(account[input]);
    const { username, password } = account;
    if (password !== '')
        mask(plainMessage(username, password).toString('base64'));
}
const masked = new Set();
/**
 * Tells the runner to hide a secret from now on. Outside a runner `setSecret` would print it, so there it
 * is not called.
 */
function mask(secret) {
    if (process.env['GITHUB_ACTIONS'] !== 'true' || secret.length < MIN_SECRET_LENGTH)
        return;
    if (masked.has(secret))
        return;
    masked.add(secret);
    setSecret(secret);
}
/** The runner itself masks Base64 of whole secrets only, and each line of one that has several. */
function maskEverything(secret) {
    if (secret.length < MIN_SECRET_LENGTH)
        return;
    mask(secret);
    mask(Buffer.from(secret, 'utf8').toString('base64'));
    // In JSON a private key is one line with "\\n" in it; whoever prints the key prints its lines.
    for (const line of secret.split(/\\n|\r?\n/)) {
        if (line.length >= MIN_KEY_LINE)
            mask(line);
    }
}
/** Lines of a PEM file have 64 characters; shorter ones are headings and brackets. */
const MIN_KEY_LINE = 40;

;// CONCATENATED MODULE: ./lib/diagnosis/explanation.js
/** `smtp.example.com:587`, the way every sentence names the server. */
function endpoint({ account }) {
    if (account.host === '')
        return 'no server';
    const host = account.host.includes(':') ? `[${account.host}]` : account.host;
    return `${host}:${account.port}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/ahead.js



const DAY_MS = 86_400_000;
/** Everything about a login that works which its owner should know before it breaks. */
function lookAhead(result, now = Date.now()) {
    return [
        ...certificateEnds(result, now),
        ...passwordLoginEnds(result),
        ...authBeforeTls(result),
        ...oldTls(result),
    ];
}
function certificateEnds(result, now) {
    const { tls, account } = result;
    if (!tls?.verified || account.certificateWarnDays === 0)
        return [];
    const days = Math.floor((tls.validTo.getTime() - now) / DAY_MS);
    if (days >= account.certificateWarnDays)
        return [];
    const when = days < 0 ? 'has ended' : days === 1 ? 'ends in 1 day' : `ends in ${days} days`;
    const message = `The certificate of ${endpoint(result)} ${when} (${tls.validTo.toISOString().slice(0, 10)}). After that every login here fails. Renew it, or set "certificate-warn-days: 0" to hear no more of this.`;
    return [{ level: 'warning', title: 'SMTP server certificate ends soon', message }];
}
/**
 * Microsoft switches login with a password off by default at the end of December 2026; administrators can
 * switch it on again until a final date, which is to be announced in the second half of 2027.
 * https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835
 */
function passwordLoginEnds(result) {
    const isMicrosoft = providersOf(result.account.host).some(({ id }) => id === 'microsoft');
    if (!isMicrosoft || result.verdict !== 'accepted' || !usesPassword(result))
        return [];
    const message = 'Microsoft 365 switches login with a password off by default at the end of December 2026. An administrator can switch it on again until a final date, which Microsoft will announce in the second half of 2027. Move this workflow to an access token (mechanism XOAUTH2) or to another sending service before that.';
    return [{ level: 'warning', title: 'Microsoft 365 ends login with a password', message }];
}
function authBeforeTls(result) {
    if (!result.authBeforeTls)
        return [];
    const message = `${endpoint(result)} offers login before TLS has begun. This check waits for TLS; a careless program would send its password in clear text. The administrator can forbid it (in Postfix: smtpd_tls_auth_only = yes).`;
    return [{ level: 'note', title: 'Login is offered without TLS', message }];
}
/** What was agreed on is the best that both sides speak, and this side speaks TLS 1.3. */
function oldTls(result) {
    if (result.tls?.version !== 'TLSv1.2')
        return [];
    const message = `${endpoint(result)} does not speak TLS 1.3. TLS 1.2 is still safe; plan the server's upgrade.`;
    return [{ level: 'note', title: 'TLS 1.2 only', message }];
}

;// CONCATENATED MODULE: ./lib/report/printable.js

/**
 * The one place where a text from outside (a server's reply, a certificate's name, Node's error text)
 * becomes safe to show in a log, an annotation, the summary, an output or an issue. It comes redacted
 * and leaves without any character or sequence that a runner, a terminal or a reader could take for
 * something else. Each channel then escapes it once more in its own way.
 */
/** As long as the longest helpful refusal seen (Gmail's, with its link); the rest is noise. */
const MAX_PRINTABLE = 300;
/**
 * Controls, formats (bidi, zero width), separators of lines, surrogates, private and unassigned code
 * points, and everything that Unicode allows to be shown as nothing at all.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;
/** @param max characters after which the text is cut, with a mark */
function printable(text, max = MAX_PRINTABLE) {
    // Cut first, so that an 8 KiB line is not escaped for nothing, and again, since escapes are longer.
    const visible = text.slice(0, max * 2).replace(UNSAFE, escapeCharacter);
    const characters = Array.from(defuse(visible));
    return characters.length > max
        ? `${characters.slice(0, max - 1).join('')}…`
        : characters.join('');
}
/**
 * The runner takes `##[command]` anywhere in a line and `::command::` at its start. Both are broken
 * visibly; an invisible character would not do, because the runner's comparison ignores those.
 */
function defuse(text) {
    return text.replaceAll('##[', '##\\x5b').replace(COLONS, (word, offset) => {
        const mayBegin = word !== text && text.slice(0, offset).trim() === '';
        return isAddress(word) && !mayBegin ? word : word.replaceAll('::', ':\\x3a');
    });
}
/** A word with two colons in a row. An IPv6 address (`[::1]:587`) keeps them, unless a line could begin there. */
const COLONS = /[\w.:]*::[\w.:]*/g;
function isAddress(word) {
    return (0,external_node_net_.isIPv6)(word.replace(/^IPv6:/, ''));
}
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var fastest_levenshtein_mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./lib/diagnosis/known-hosts.js


/** What the providers' own host names and ports say about a host that does not answer. */
/** Two slips: a letter left out, doubled or swapped with its neighbour. More would be guessing. */
const MAX_SLIPS = 2;
/**
 * The known server that `host` was probably meant to be: `smtp.gmial.com` and `gmail.com` were both meant
 * to be smtp.gmail.com.
 */
function nearestHost(host) {
    const name = host.toLowerCase().replace(/\.$/, '');
    if (!name.includes('.') || providersOf(name).length > 0)
        return undefined;
    const known = PROVIDERS.flatMap(({ hosts }) => hosts).filter((other) => !other.includes('*'));
    const longer = known.find((other) => other.endsWith(`.${name}`));
    if (longer !== undefined)
        return longer;
    const near = known.map((other) => ({ other, slips: (0,fastest_levenshtein_mod/* distance */.Io)(name, other) }));
    const best = near.reduce((a, b) => (b.slips < a.slips ? b : a));
    return best.slips <= MAX_SLIPS ? best.other : undefined;
}
/** ` Ports of Gmail: 587 (STARTTLS) and 465 (TLS from the first byte).`, or nothing. */
function portsAdvice(host) {
    const [provider] = providersOf(host);
    if (!provider)
        return '';
    const [starttls] = provider.starttls ?? [];
    const [implicit] = provider.implicit ?? [];
    const ports = [
        ...(starttls === undefined ? [] : [`${starttls} (STARTTLS)`]),
        ...(implicit === undefined ? [] : [`${implicit} (TLS from the first byte)`]),
    ];
    return ports.length === 0 ? '' : ` Ports of ${provider.name}: ${ports.join(' and ')}.`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/channel.js


const NOTHING_SENT = 'No credential was sent.';
function pinAdvice({ tls }) {
    return tls
        ? ` To trust exactly this certificate, set "tls-fingerprint: ${tls.fingerprint}".`
        : '';
}
function day(date) {
    return date.toISOString().slice(0, 10);
}
function expired({ tls }) {
    return {
        meaning: `The server's certificate expired${tls ? ` on ${day(tls.validTo)}` : ''}. ${NOTHING_SENT}`,
        nextStep: "The server's administrator has to renew it. If that date has not come yet, this runner's clock is wrong.",
    };
}
/**
 * OpenSSL's code (X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE) for a chain of one certificate: the server
 * sent no other. With it a public authority's name in the certificate means a missing intermediate.
 */
const ONLY_ONE_SENT = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
/** Authorities in Mozilla's root programme that issue most of the certificates of mail servers. */
const PUBLIC_AUTHORITY = /Let's Encrypt|DigiCert|Sectigo|GlobalSign|Google Trust Services|Amazon|GoDaddy|Starfield|Entrust|ZeroSSL|Buypass|Actalis|Certum|Telekom Security|SwissSign|HARICA|SSL Corporation|IdenTrust/i;
function unknownAuthority(result) {
    const isAlone = result.trouble?.detail === ONLY_ONE_SENT;
    if (isAlone && PUBLIC_AUTHORITY.test(result.tls?.issuer ?? '')) {
        return {
            meaning: `The server sends its own certificate but not the intermediate one between it and its authority, so nobody can verify it. ${NOTHING_SENT}`,
            nextStep: 'The administrator has to install the full chain ("fullchain") on the mail server. Browsers and some mail programs fetch what is missing and hide this fault.',
        };
    }
    const orIntermediate = isAlone
        ? ', or the server does not send its intermediate certificate'
        : '';
    return {
        meaning: `The certificate was issued by an authority that this runner does not know${orIntermediate}. ${NOTHING_SENT}`,
        nextStep: `For a private authority, give its certificate as "tls-ca". For a public one, the server must send the whole chain.${pinAdvice(result)}`,
    };
}
/** A sentence may hold a name only if nothing in it can become a mention, a link or markup. */
const PLAIN_NAME = /^(?:DNS:[\w.*-]{1,253}|IP Address:[\da-f:.]{1,45})$/i;
/** `DNS:mx.example.com` is OpenSSL's way to write a name; the user needs the name alone. */
function withoutKind(name) {
    return name.replace(/^(DNS|IP Address):/, '');
}
function nameMismatch(result) {
    const plain = result.tls?.names.filter((name) => PLAIN_NAME.test(name)) ?? [];
    const names = plain.slice(0, 5).map(withoutKind).join(', ');
    return {
        meaning: `The certificate is not for ${result.account.host}${names ? ` but for ${names}` : ': it names no host at all'}. ${NOTHING_SENT}`,
        nextStep: names
            ? 'Use one of these names as "host", or as "tls-servername" when the address is right.'
            : `The server needs a certificate with its name in subjectAltName.${pinAdvice(result)}`,
    };
}
const CHANNEL_WORDS = {
    'starttls-missing': ({ account }) => ({
        meaning: `The server does not offer STARTTLS, so the password would travel in clear text. ${NOTHING_SENT}`,
        nextStep: `Use a port with TLS: 587 with STARTTLS, or 465 with "implicit-tls: true".${portsAdvice(account.host)} If this port offered STARTTLS yesterday, something on the way may be removing it.`,
    }),
    'starttls-refused': () => ({
        meaning: `The server offers STARTTLS but refused it. ${NOTHING_SENT}`,
        nextStep: "Its TLS set-up is broken, often an unreadable certificate or key. The server's log says why.",
    }),
    'starttls-injection': () => ({
        meaning: `More bytes came in clear text together with the answer to STARTTLS. An honest server does not do this; it is how an attacker on the way smuggles answers into TLS. ${NOTHING_SENT}`,
        nextStep: 'Treat the network between this runner and the server as hostile until you know who sent them.',
    }),
    'tls-not-spoken': (result) => ({
        meaning: `${endpoint(result)} does not answer in TLS. ${NOTHING_SENT}`,
        nextStep: result.account.tlsMode === 'implicit'
            ? `This port starts in clear text: set "implicit-tls: false" with "starttls: required", or use port 465.${portsAdvice(result.account.host)}`
            : 'The server said yes to STARTTLS and then did not speak TLS. Ask its administrator.',
    }),
    'tls-expected': (result) => ({
        meaning: `${endpoint(result)} speaks TLS from the first byte, but the check began in clear text. ${NOTHING_SENT}`,
        nextStep: `Set "implicit-tls: true", or use port 587 with STARTTLS.${portsAdvice(result.account.host)}`,
    }),
    'tls-version': () => ({
        meaning: `Server and client have no TLS version in common. ${NOTHING_SENT}`,
        nextStep: 'The server must speak TLS 1.2 or newer; if you set "tls-min-version: TLSv1.3", try TLSv1.2.',
    }),
    'tls-handshake': () => ({
        meaning: `The TLS handshake failed. ${NOTHING_SENT}`,
        nextStep: "Look in the server's log; the TLS error above names the step that failed.",
    }),
    'tls-required': () => ({
        meaning: 'The login is only allowed over verified TLS, and this connection is not.',
        nextStep: 'Set "starttls: required", or use port 465 with "implicit-tls: true".',
    }),
    'client-certificate-required': () => ({
        meaning: 'The server wants a certificate from the client before it talks.',
        nextStep: 'Give one with "client-certificate" and "client-key", or use a port of the server that asks for none.',
    }),
    'certificate-expired': expired,
    'certificate-not-yet-valid': ({ tls }) => ({
        meaning: `The server's certificate is not valid before ${tls ? day(tls.validFrom) : 'a later date'}. ${NOTHING_SENT}`,
        nextStep: "Check this runner's clock. If it is right, the server has the wrong certificate.",
    }),
    'certificate-name-mismatch': nameMismatch,
    'certificate-self-signed': (result) => ({
        meaning: `The server's certificate is self-signed, so nobody vouches for it. ${NOTHING_SENT}`,
        nextStep: `Give the certificate as "tls-ca".${pinAdvice(result)} Compare it with the server's own first.`,
    }),
    'certificate-unknown-ca': unknownAuthority,
    'certificate-wrong-usage': () => ({
        meaning: `The certificate is not meant for servers. ${NOTHING_SENT}`,
        nextStep: 'The server needs a certificate with the usage "server authentication".',
    }),
    'certificate-weak': () => ({
        meaning: `The certificate, or one above it, has a key or signature that is too weak (RSA below 2048 bits, or SHA-1). ${NOTHING_SENT}`,
        nextStep: 'The server needs a new certificate: RSA 2048 or more, or an elliptic curve, signed with SHA-256.',
    }),
    'certificate-pin-mismatch': (result) => ({
        meaning: `The certificate is not the one that "tls-fingerprint" names. ${NOTHING_SENT}`,
        nextStep: `If the server got a new certificate, set the new fingerprint${result.tls ? ` (${result.tls.fingerprint})` : ''}. If not, somebody may be in between.`,
    }),
    'certificate-untrusted': (result) => ({
        meaning: `The server's certificate could not be verified. ${NOTHING_SENT}`,
        nextStep: `Look at the reason given above.${pinAdvice(result)}`,
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/login.js
/** Words for what only some kinds of login can meet, and for the question who may be written as. */
const NO_PASSWORD_CHANGE = 'The credential itself is good; do not change it.';
const IMPOSTOR = 'Do not trust this server until its administrator has explained it: it may be an impostor, or its password store may be damaged.';
/** A refusal of the credential (5xx to AUTH) when it was not a password; undefined when it was one. */
function refusedOtherThanPassword({ mechanism, serverReason, }) {
    if (mechanism === 'EXTERNAL') {
        return {
            meaning: 'The server did not accept the client certificate for this login.',
            nextStep: 'Check that the certificate is still valid, that the server trusts its authority, and that it names this user.',
        };
    }
    if (mechanism !== 'XOAUTH2' && mechanism !== 'OAUTHBEARER')
        return undefined;
    const reason = serverReason === undefined ? '' : ` (its reason: ${serverReason})`;
    return {
        meaning: `The server refused the access token${reason}.`,
        nextStep: 'Check that the token has not expired, that it is for this mailbox and has the scope for SMTP, and that the mailbox allows login over SMTP.',
    };
}
const LOGIN_WORDS = {
    'challenge-malformed': ({ mechanism }) => ({
        meaning: `The server's challenge is not legal for ${mechanism ?? 'this mechanism'}, so it was not answered. The credential was not judged.`,
        nextStep: 'Try another mechanism with the input "mechanism", and show the transcript to the administrator.',
    }),
    'iterations-out-of-bounds': () => ({
        meaning: 'The server asks for a number of key derivations that is outside 4,096 to 600,000. Fewer would make the password easy to guess, more only waste time. The password was not used.',
        nextStep: "The server's administrator has to store this password anew, with an iteration count in that range.",
    }),
    'server-not-authentic': () => ({
        meaning: 'The server did not prove that it knows the password, so its answer proves nothing.',
        nextStep: IMPOSTOR,
    }),
    'channel-binding-unavailable': () => ({
        meaning: 'This connection has nothing that SCRAM-SHA-256-PLUS could bind the login to. No credential was sent.',
        nextStep: 'Use TLS 1.3 (set "tls-min-version: TLSv1.3"), or "mechanism: SCRAM-SHA-256".',
    }),
    'sender-refused': ({ account }) => ({
        meaning: `The login works, but the server does not let it send as ${account.from ?? 'this address'}. ${NO_PASSWORD_CHANGE}`,
        nextStep: 'Give this login the right to send as that address at the provider, or use the address that belongs to it in "from".',
    }),
    'recipient-refused': ({ account }) => ({
        meaning: `The login works and may send as ${account.from ?? 'that address'}, but the server does not take mail for ${account.to ?? 'this recipient'}. ${NO_PASSWORD_CHANGE}`,
        nextStep: 'Check the address in "to"; the server\'s own words say what it has against it.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/exchange.js


const NOT_JUDGED = 'The credential was not judged.';
const BROKEN_SERVER = 'Show the transcript to the administrator: the server, or a device before it, breaks the protocol.';
function offers({ offered }) {
    return offered.length === 0 ? 'no mechanism' : offered.slice(0, 10).join(', ');
}
function refused(result) {
    if (!result.credentialSent) {
        return {
            meaning: 'The server refused the login before it had seen the credential, so the credential is not the reason.',
            nextStep: "Read the server's own words: the account, this address or the login as such is blocked.",
        };
    }
    const other = refusedOtherThanPassword(result);
    if (other)
        return other;
    return {
        meaning: `The server refused the login, in words that are not known here, so the cause is not certain. ${result.reply?.code === 535 ? 'Its number, 535, stands for a wrong user name or password.' : 'Its number is not the usual 535, so it may be something else than a wrong password.'}`,
        nextStep: "Read the server's own words first. Then check that the mailbox still exists, that its password was not changed, and that login with a password is still allowed.",
    };
}
const EXCHANGE_WORDS = {
    'credential-refused': refused,
    'not-smtp': (result) => ({
        meaning: `What answers at ${endpoint(result)} is not a mail server. ${NOT_JUDGED}`,
        nextStep: 'Check host and port.',
    }),
    'malformed-reply': () => ({
        meaning: `The server sent something that is not an SMTP reply. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'reply-too-long': () => ({
        meaning: `The server's reply is longer than any honest reply. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'unsolicited-bytes': () => ({
        meaning: `The server sent more than it was asked for, so its answers cannot be told apart. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'unexpected-reply': () => ({
        meaning: `The server answered with a code that does not belong to this step. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'ehlo-refused': () => ({
        meaning: `The server refused EHLO, the first command. ${NOT_JUDGED}`,
        nextStep: 'Some servers want a full host name there: set "ehlo-name". Otherwise read the server\'s own words.',
    }),
    'challenge-not-understood': () => ({
        meaning: `The server asked for more than the credential, or for the same again. ${NOT_JUDGED}`,
        nextStep: 'Try another mechanism with the input "mechanism".',
    }),
    'too-many-challenges': () => ({
        meaning: `The server keeps asking and never decides. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'premature-success': () => ({
        meaning: 'The server claimed success before the login was over, or after it had refused the token. That proves nothing.',
        nextStep: BROKEN_SERVER,
    }),
    'auth-not-offered': ({ account }) => ({
        meaning: 'The server offers no login here, so no login was tried.',
        nextStep: account.port === 25
            ? 'Use the submission port: 587 or 465.'
            : 'Check that host and port are those for sending mail with a login (587 or 465).',
    }),
    'mechanism-not-offered': (result) => ({
        meaning: `The server does not offer a mechanism that can be used here. It offers: ${offers(result)}.`,
        nextStep: result.account.mechanism === 'auto'
            ? 'Ask the administrator to allow a mechanism that fits the credential: LOGIN, PLAIN, SCRAM or CRAM-MD5 for a password, XOAUTH2 or OAUTHBEARER for an access token, EXTERNAL for a certificate.'
            : 'Set "mechanism" to one of those it offers, or to "auto".',
    }),
    'mechanism-refused': (result) => ({
        meaning: `The server refused the mechanism ${result.mechanism ?? ''}, not the credential. It offers: ${offers(result)}.`,
        nextStep: 'Set "mechanism" to another one of those it offers.',
    }),
    'input-invalid': () => ({
        meaning: 'Nothing was sent: an input of the action is wrong.',
        nextStep: 'Correct the input named above.',
    }),
    'internal-error': () => ({
        meaning: 'The check itself failed, which says nothing about the credential.',
        nextStep: 'Please report it, with the log of a run in debug mode.',
    }),
    'secret-empty': () => ({
        meaning: 'Nothing was sent: a part of the credential is empty.',
        nextStep: 'Check the names of the secrets under Settings, Secrets and variables, Actions. For pull requests from forks skip this step, since GitHub gives them no secrets.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/network.js


const NOTHING_SAID = 'This says nothing about the user name or password.';
const LOGIN_ACCEPTED = 'The login itself had been accepted.';
const SILENT_AT = {
    token: 'the token endpoint did not finish its answer',
    connect: 'nothing answered the connection',
    greeting: 'the server took the connection but sent no greeting',
    ehlo: 'the server did not finish its answer to EHLO',
    starttls: 'the server did not finish its answer to STARTTLS',
    tls: 'the server did not finish the TLS handshake',
    auth: 'the server did not finish its answer to the login',
    mail: 'the server did not finish its answer to MAIL FROM or RCPT TO',
    quit: 'the server did not finish its answer to QUIT',
};
function didYouMean(host) {
    const near = nearestHost(host);
    return near === undefined ? '' : ` Did you mean ${near}?`;
}
function hints(host) {
    return didYouMean(host) + portsAdvice(host);
}
const PORT_25 = 'Use port 587 or 465: port 25 is for mail between servers, and hosted runners cannot reach it.';
function timeoutNextStep({ stage, account }) {
    if (stage === 'connect') {
        return account.port === 25
            ? PORT_25
            : `Check host and port.${hints(account.host)} If they are right, a firewall between this runner and the server drops the connection: allow it, or run the job on a self-hosted runner inside that network.`;
    }
    if (stage === 'greeting' && account.tlsMode !== 'implicit') {
        return 'If this port speaks TLS from the first byte (as 465 does), set "implicit-tls: true": such a server waits for you to begin. Otherwise raise "timeout": some servers delay their greeting on purpose.';
    }
    if (stage === 'auth') {
        return 'Some servers delay their answer after failed logins. Raise "timeout"; if it stays silent, look in the server\'s log for what the login waits for.';
    }
    return 'Run the job again, or raise "timeout". If it stays silent at this point, ask the server\'s administrator.';
}
const NETWORK_WORDS = {
    'timed-out': (result) => ({
        meaning: `Time ran out: ${SILENT_AT[result.stage ?? 'connect']}. ${result.stage === 'mail' ? LOGIN_ACCEPTED : result.credentialSent ? 'The credential was sent but never judged.' : NOTHING_SAID}`,
        nextStep: timeoutNextStep(result),
    }),
    'name-not-found': ({ account }) => ({
        meaning: `No server has the name ${account.host}. ${NOTHING_SAID}`,
        nextStep: `Correct the spelling in the input "host".${didYouMean(account.host)}`,
    }),
    'name-lookup-failed': ({ account }) => ({
        meaning: `The name ${account.host} could not be looked up: the DNS gave no answer. ${NOTHING_SAID}`,
        nextStep: 'Run the job again. If it fails again, check the DNS of this runner and of the domain.',
    }),
    'connection-refused': (result) => ({
        meaning: `Nothing listens at ${endpoint(result)}. ${NOTHING_SAID}`,
        nextStep: result.account.port === 25
            ? PORT_25
            : `Check the input "port" (587 and 465 are the usual ones) and that the server is running.${hints(result.account.host)}`,
    }),
    'network-unreachable': (result) => ({
        meaning: `No way leads from this runner to ${endpoint(result)}. ${NOTHING_SAID}`,
        nextStep: result.account.port === 25
            ? PORT_25
            : `Check host and port, and that this runner may open connections to that network.${hints(result.account.host)}`,
    }),
    'connection-lost': (result) => ({
        meaning: `The server closed the connection without an answer. ${result.stage === 'mail' ? LOGIN_ACCEPTED : result.authSent ? 'Whether it would accept the credential is not known.' : NOTHING_SAID}`,
        nextStep: result.authSent
            ? "Look in the server's log for the reason. The login is not tried again by itself, because it may have counted as a failed one."
            : "Run the job again. If it happens every time, the server or a firewall turns this runner's address away.",
    }),
    'service-refused': () => ({
        meaning: `The server turned this client away before any login. ${NOTHING_SAID}`,
        nextStep: "Read the server's own words: often it is a block list that holds this runner's address.",
    }),
    'temporary-failure': () => ({
        meaning: `The server says that it cannot do this now. ${NOTHING_SAID}`,
        nextStep: 'Run the job again later. Do not change the password because of this answer.',
    }),
    throttled: () => ({
        meaning: `The server has seen too many logins or connections and wants a pause. ${NOTHING_SAID}`,
        nextStep: 'Wait (an hour is a good start) and check less often. Each further try can make the pause longer.',
    }),
    cancelled: () => ({
        meaning: 'The run was cancelled before the check was over.',
        nextStep: 'Run the job again.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/refined.js
/** What each refined cause means wherever it is met; a provider's own sentences go before these. */
const REFINED_WORDS = {
    'wrong-credentials': () => ({
        meaning: 'The server refused user name and password.',
        nextStep: 'Check that the mailbox still exists and that its password was not changed. Then update the secret.',
    }),
    'ambiguous-refusal': () => ({
        meaning: 'The server has one answer for several reasons, so the cause is not certain: a wrong password is only one of them.',
        nextStep: "Go through the reasons in the server's own words, one after the other.",
    }),
    'app-password-required': () => ({
        meaning: "The account's own password is not taken here. The server wants an app password: one that is made for a single program.",
        nextStep: "Create an app password in the account's security settings and store it as the secret.",
    }),
    'oauth-required': () => ({
        meaning: 'This account may not log in with a password. A new password would not help.',
        nextStep: 'Log in with an OAuth 2.0 access token, or send through another service.',
    }),
    'access-token-refused': () => ({
        meaning: 'The server refused the access token: it has expired, or it is not meant for this mailbox or for SMTP.',
        nextStep: 'Fetch a new token in the same job, with the permission (scope) to send by SMTP.',
    }),
    'smtp-auth-disabled': () => ({
        meaning: 'Login by SMTP is switched off for this account. The password was not judged; a new one would not help.',
        nextStep: 'Ask the administrator to allow login by SMTP ("SMTP AUTH") for this mailbox.',
    }),
    'sign-in-policy': () => ({
        meaning: 'A sign-in rule refused this login, often because of where it came from. A new password would not help.',
        nextStep: 'Ask the administrator which rule it was: the sign-in log of the time of this run names it.',
    }),
    'account-locked': () => ({
        meaning: 'The account is locked or disabled. This says nothing about the password.',
        nextStep: 'Stop this workflow, since each try can lengthen a lock. Then ask the administrator to unlock the account.',
    }),
    'password-change-required': () => ({
        meaning: 'The server wants another password before it lets this account in.',
        nextStep: 'Set a new password in the webmail, then update the secret.',
    }),
    'client-address-refused': () => ({
        meaning: "The server does not take logins from this runner's address. The password was not judged and may be right.",
        nextStep: "Allow the runner's address at the server, or use a runner with a fixed address: hosted runners change theirs at every run.",
    }),
    'quota-exceeded': () => ({
        meaning: 'The mail allowance of this account is used up. This says nothing about the password.',
        nextStep: 'Raise the plan, or wait until the allowance begins anew.',
    }),
    'not-authorised-to-send': () => ({
        meaning: 'The login works, but this account may not send with that sender address.',
        nextStep: 'Use an address of the account as sender, or have this one allowed for it.',
    }),
    'login-missing': () => ({
        meaning: 'The server was given mail without a successful login before it.',
        nextStep: 'Look for an earlier refusal of the login; if there is none, no credential was sent.',
    }),
    'login-malformed': () => ({
        meaning: 'The server could not read the form of the login. The password was not judged.',
        nextStep: 'Set "mechanism" to another one that the server offers. If this stays, report it with the transcript.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/token.js
/** Words for the way to an access token. Nothing has been said to the mail server yet. */
const NOT_TRIED = 'The mail server was not contacted.';
/**
 * Refusals of Microsoft Entra by the number in their text
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
 */
const ENTRA = {
    AADSTS7000215: {
        meaning: `Microsoft does not know this client secret. ${NOT_TRIED}`,
        nextStep: 'Store the secret\'s Value, not its ID. Or leave "client-secret" out and let GitHub vouch for the workflow.',
    },
    AADSTS7000222: {
        meaning: `The client secret has expired. ${NOT_TRIED}`,
        nextStep: 'Create a new one at Microsoft Entra, App registrations, Certificates & secrets. Or leave "client-secret" out and let GitHub vouch for the workflow: that never expires.',
    },
    AADSTS700016: {
        meaning: `Microsoft finds no application with this client ID in this tenant. ${NOT_TRIED}`,
        nextStep: 'Check "client-id" and "tenant-id".',
    },
    AADSTS90002: {
        meaning: `Microsoft knows no such tenant. ${NOT_TRIED}`,
        nextStep: 'Check "tenant-id".',
    },
    AADSTS65001: {
        meaning: `Nobody has consented to what the application asks for. ${NOT_TRIED}`,
        nextStep: 'An administrator grants SMTP.SendAsApp and consents to it, or the mailbox role "Application SMTP.SendAsApp" is used instead.',
    },
    AADSTS70021: {
        meaning: `Microsoft has no federated credential that fits this workflow. ${NOT_TRIED}`,
        nextStep: 'Compare repository, branch or environment with the subject of the federated credential; the message above quotes what GitHub sent.',
    },
    AADSTS700213: {
        meaning: `Microsoft has no federated credential with the subject of this workflow. ${NOT_TRIED}`,
        nextStep: 'Compare repository, branch or environment with the subject of the federated credential; the message above quotes what GitHub sent.',
    },
    AADSTS28000: {
        meaning: `The request asks for the scopes of two services at once. ${NOT_TRIED}`,
        nextStep: 'Leave only one service\'s scope in "scope".',
    },
};
function token_refused({ trouble }) {
    const detail = trouble?.detail ?? '';
    const number = /\bAADSTS\d{4,8}\b/.exec(detail)?.[0] ?? '';
    const known = ENTRA[number];
    if (known)
        return known;
    if (detail.startsWith('invalid_grant')) {
        return {
            meaning: `The token endpoint does not take the refresh token or statement any more. This is final. ${NOT_TRIED}`,
            nextStep: 'Sign in again to get a new refresh token; for a service account, check its key and its delegation to this mailbox.',
        };
    }
    return {
        meaning: `The token endpoint refused the client. ${NOT_TRIED}`,
        nextStep: 'Read its own words above, and check client ID and secret.',
    };
}
const TOKEN_WORDS = {
    'token-refused': token_refused,
    'token-request-invalid': (result) => /\bAADSTS\d/.test(result.trouble?.detail ?? '')
        ? token_refused(result)
        : {
            meaning: `No access token could be asked for. ${NOT_TRIED}`,
            nextStep: 'Correct what the reason above names.',
        },
    'token-unavailable': () => ({
        meaning: `The token endpoint cannot answer now, or has been asked too often. ${NOT_TRIED}`,
        nextStep: 'Run the job again later.',
    }),
    'token-endpoint-unreachable': () => ({
        meaning: `The token endpoint could not be reached. ${NOT_TRIED}`,
        nextStep: 'Check its address, and that this runner may open connections to it.',
    }),
    'token-endpoint-tls': () => ({
        meaning: `The token endpoint could not prove who it is, so nothing was sent to it. ${NOT_TRIED}`,
        nextStep: 'For a private authority, give its certificate as "tls-ca".',
    }),
    'token-reply-malformed': () => ({
        meaning: `What answers at the token endpoint's address is not one. ${NOT_TRIED}`,
        nextStep: 'Check the address in "token-endpoint".',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/explain.js











const WORDS = {
    ...NETWORK_WORDS,
    ...CHANNEL_WORDS,
    ...EXCHANGE_WORDS,
    ...LOGIN_WORDS,
    ...TOKEN_WORDS,
};
/** What the result means and what to do next, seen from what the user expected. */
function explain(result) {
    const { trouble, account } = result;
    if (account.expect === 'rejected') {
        if (meetsExpectation(result))
            return EXPECTED_REFUSAL;
        if (!trouble)
            return UNEXPECTED_ACCEPTANCE;
    }
    if (!trouble)
        return acceptance(result);
    const found = findReply(result);
    // What software says of a sender in general is less than the sentence that names the address.
    const isVague = isPermission(trouble.problem) && found !== undefined && !('hosts' in found.family);
    const own = found?.isAdviceSafe && !isVague ? ownWords(found, result) : {};
    return withCaution({ ...wordsOfCause(result), ...own }, result);
}
const MAY_BE_THE_PLACE = new Set([
    'credential-refused',
    'wrong-credentials',
    'connection-lost',
    'service-refused',
]);
/** Some companies refuse by place and do not say so. */
function withCaution(words, result) {
    const caution = providersOf(result.account.host)[0]?.caution;
    if (caution === undefined || !MAY_BE_THE_PLACE.has(causeOf(result)))
        return words;
    return { ...words, nextStep: `${words.nextStep} ${caution}` };
}
/** The section of docs/troubleshooting.md that says more: a known reply's own, else its cause's. */
function anchorOf(result) {
    const found = findReply(result);
    return found?.isAdviceSafe ? found.row.id : causeOf(result);
}
function wordsOfCause(result) {
    const cause = causeOf(result);
    if (cause === 'none')
        return acceptance(result);
    return isRefinement(cause) ? REFINED_WORDS[cause]() : WORDS[cause](result);
}
/** A row about passwords has nothing to say about tokens, unless it says so. */
function ownWords({ row }, result) {
    const { meaning, nextStep, tokenNextStep } = row;
    if (!usesPassword(result))
        return tokenNextStep === undefined ? {} : { nextStep: tokenNextStep };
    return { ...(meaning !== undefined && { meaning }), ...(nextStep !== undefined && { nextStep }) };
}
function acceptance({ account: { from, to }, mechanism = '' }) {
    const credential = ACCEPTED_BY[mechanism] ?? 'user name and password';
    const recipient = to === undefined ? '' : ` to ${to}`;
    const may = from === undefined ? '' : ` and lets the login send as ${from}${recipient}`;
    return {
        meaning: `The server accepted ${credential}${may}. No mail was sent.`,
        nextStep: 'Nothing to do.',
    };
}
/** What the login was made with, where that is no password. */
const ACCEPTED_BY = {
    XOAUTH2: 'the access token',
    OAUTHBEARER: 'the access token',
    EXTERNAL: 'the client certificate',
};
const EXPECTED_REFUSAL = {
    meaning: 'The server refused the credential, as "expect: rejected" asks: it no longer works.',
    nextStep: 'Nothing to do.',
};
const UNEXPECTED_ACCEPTANCE = {
    meaning: 'The server accepted the credential, but "expect: rejected" wants it dead: it can still be used.',
    nextStep: 'Revoke it at the provider: change the password or delete the mailbox or key.',
};

;// CONCATENATED MODULE: ./lib/report/words.js





/** Own sentences may hold a certificate's name or an input, so they pass through printable as well. */
const MAX_SENTENCE = 1000;
function wordResult(result) {
    const { meaning, nextStep } = explain(result);
    return {
        passed: meetsExpectation(result),
        headline: headline(result),
        title: printable(title(result)),
        endpoint: printable(endpoint(result)),
        username: printable(result.account.username),
        cause: causeOf(result),
        anchor: anchorOf(result),
        meaning: printable(meaning, MAX_SENTENCE),
        nextStep: printable(nextStep, MAX_SENTENCE),
        serverSaid: serverSaid(result),
    };
}
function headline({ verdict, reply, stage }) {
    const code = reply ? ` (${codes(reply)})` : '';
    const where = stage && verdict !== 'accepted' ? ` at ${stage}` : '';
    return `${verdict}${code}${where}`;
}
function title(result) {
    const { verdict, reply } = result;
    const code = reply && verdict !== 'accepted' ? ` (${codes(reply)})` : '';
    if (meetsExpectation(result)) {
        return `SMTP login ${verdict}${verdict === 'accepted' ? '' : `, as expected${code}`}`;
    }
    if (verdict === 'accepted')
        return 'SMTP login accepted, but it should be rejected';
    const cause = causeOf(result);
    const reason = REASONS[cause] ?? cause.replaceAll('-', ' ');
    return `SMTP login ${verdict === 'rejected' ? 'rejected' : 'failed'}: ${reason}${code}`;
}
/** Causes whose name, read as words, would not do for a headline. */
const REASONS = {
    'ambiguous-refusal': 'one of several reasons',
    'app-password-required': 'app password needed',
    'auth-not-offered': 'no login offered',
    'certificate-unknown-ca': 'certificate from an unknown authority',
    'challenge-not-understood': 'the server asked for something else',
    'client-address-refused': "the runner's address is refused",
    'credential-refused': 'the cause is not certain',
    'ehlo-refused': 'EHLO refused',
    'input-invalid': 'an input is wrong',
    'not-smtp': 'this is no mail server',
    'oauth-required': 'no password login, access token needed',
    'secret-empty': 'a secret is empty',
    'sign-in-policy': 'a sign-in rule forbids it',
    'smtp-auth-disabled': 'login by SMTP is switched off',
    'starttls-injection': 'clear text smuggled into TLS',
    'starttls-missing': 'no STARTTLS here',
    'starttls-refused': 'STARTTLS refused',
    throttled: 'too many logins',
    'tls-expected': 'this port begins with TLS',
    'tls-handshake': 'TLS handshake failed',
    'tls-not-spoken': 'this port does not begin with TLS',
    'tls-required': 'TLS needed first',
    'tls-version': 'no TLS version in common',
};
/** `535 5.7.8`: reply code and enhanced status code. */
function codes({ code, enhanced }) {
    return enhanced === undefined ? String(code) : `${code} ${enhanced}`;
}
function serverSaid({ reply, trouble }) {
    if (reply)
        return printable(`${codes(reply)} ${replyText(reply)}`.trim());
    return trouble?.detail === undefined ? '' : printable(trouble.detail, MAX_SENTENCE);
}
/** Whole milliseconds; a stage of 0.4 ms took time too. */
function milliseconds(value) {
    return `${Math.max(1, Math.round(value))} ms`;
}
const words_DAY_MS = 86_400_000;
/** Days until `date`, negative when it is past. */
function daysLeft(date, now = Date.now()) {
    return Math.floor((date.getTime() - now) / words_DAY_MS);
}

;// CONCATENATED MODULE: ./lib/report/annotations.js



/**
 * The error for a result that is not the expected one, and warnings about what will break soon.
 *
 * @param docs address of docs/troubleshooting.md, where it is known
 */
function annotate(result, docs) {
    const ahead = lookAhead(result).filter(({ level }) => level === 'warning');
    return [
        ...failureAnnotation(result, docs),
        ...(result.inputWarnings ?? []).map(({ input, message }) => {
            return { level: 'warning', title: `Check the input "${input}"`, message };
        }),
        ...ahead.map(({ title, message }) => {
            return { level: 'warning', title, message: printable(message, MAX_MESSAGE) };
        }),
    ];
}
/** Longer than any sentence of ours; the texts in it that come from outside are cut before. */
const MAX_MESSAGE = 1000;
function failureAnnotation(result, docs) {
    const words = wordResult(result);
    const { passed, title, endpoint, username, meaning, nextStep, serverSaid } = words;
    if (passed)
        return [];
    const tries = result.earlierTries.length > 0 ? [`Tries: ${result.earlierTries.length + 1}.`] : [];
    const lines = [
        ...(serverSaid === '' ? [] : [`${result.reply ? 'The server said' : 'Reason'}: ${serverSaid}`]),
        meaning,
        `Next step: ${nextStep}`,
        ...(username === ''
            ? tries
            : [`Account: ${username} at ${endpoint}. ${tries.join('')}`.trim()]),
        ...(docs === undefined ? [] : [`More: ${docs}#${words.anchor}`]),
    ];
    return [{ level: 'error', title, message: lines.join('\n') }];
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/report/json.js



function toReport(result) {
    const { account, verdict, stage, reply, mechanism, tls } = result;
    const words = wordResult(result);
    return {
        host: printable(account.host),
        port: account.port,
        username: words.username,
        verdict,
        passed: meetsExpectation(result),
        cause: words.cause,
        stage: stage ?? null,
        code: reply?.code ?? null,
        enhancedCode: reply?.enhanced ?? null,
        serverSaid: words.serverSaid,
        meaning: words.meaning,
        nextStep: words.nextStep,
        mechanism: mechanism ?? null,
        tlsVersion: tls?.version ?? null,
        tlsCipher: tls?.cipher ?? null,
        certificateExpires: tls?.validTo.toISOString() ?? null,
        durationMs: Math.round(result.durationMs),
        tries: result.stages.length === 0 ? 0 : result.earlierTries.length + 1,
    };
}

;// CONCATENATED MODULE: ./lib/report/junit.js




/**
 * The results as JUnit XML, in the form that Jenkins' schema, GitLab and the usual test reporters take: a
 * suite for each host and a case for each account. A refused credential is a failure; a login that could
 * not be judged is an error.
 */
async function renderJunit(results) {
    const { default: xml } = await __nccwpck_require__.e(/* import() */ 4).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8004, 19));
    const root = xml.create('testsuites', { version: '1.0', encoding: 'UTF-8' });
    describe(root, 'smtp-auth-check', results);
    for (const [host, members] of groupByHost(results)) {
        const suite = root.element('testsuite');
        describe(suite, host === '' ? 'no server' : printable(host), members);
        members.forEach((result) => {
            addCase(suite, result);
        });
    }
    return `${root.end({ pretty: true })}\n`;
}
function describe(element, name, results) {
    const failed = results.filter((result) => !meetsExpectation(result));
    const refused = failed.filter(isJudged).length;
    element
        .attribute('name', name)
        .attribute('tests', results.length)
        .attribute('failures', refused)
        .attribute('errors', failed.length - refused)
        .attribute('time', seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)));
}
function addCase(suite, result) {
    const { passed, endpoint, username, headline, cause, meaning, nextStep, serverSaid } = wordResult(result);
    const testcase = suite.element('testcase', {
        name: `${username === '' ? 'no user name' : username} at ${endpoint}`,
        classname: endpoint,
        time: seconds(result.durationMs),
    });
    if (passed)
        return;
    const text = [meaning, ...(serverSaid === '' ? [] : [serverSaid]), `Next step: ${nextStep}`];
    testcase
        .element(isJudged(result) ? 'failure' : 'error', { type: cause, message: headline })
        .text(text.join('\n'));
}
/** Whether the server judged the credential, so that the answer is one about the account. */
function isJudged({ verdict }) {
    return verdict === 'rejected' || verdict === 'accepted';
}
function seconds(durationMs) {
    return (durationMs / 1000).toFixed(3);
}
function groupByHost(results) {
    const hosts = new Map();
    for (const result of results) {
        const host = hostKey(result.account.host);
        const members = hosts.get(host) ?? [];
        members.push(result);
        hosts.set(host, members);
    }
    return hosts;
}

;// CONCATENATED MODULE: ./lib/report/files.js




/**
 * Writes the report files, and makes the folders they lie in.
 *
 * @returns what could not be written, in sentences; a report that fails changes no verdict
 */
async function writeReports(results, { reportJson, reportJunit }) {
    const faults = [];
    const write = async (input, path, text) => {
        try {
            await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
            await (0,external_node_fs_promises_namespaceObject.writeFile)(path, text);
        }
        catch (error) {
            const { code } = error;
            faults.push(`The file of "${input}" could not be written (${code ?? 'error'}).`);
        }
    };
    if (reportJson !== undefined)
        await write('report-json', reportJson, renderJson(results));
    if (reportJunit !== undefined)
        await write('report-junit', reportJunit, await renderJunit(results));
    return faults;
}
/**
 * The document that docs/results.schema.json describes, one account a line, so that it compares well. It
 * comes in pieces, since that of thousands is large.
 */
function* renderJson(results) {
    yield '[';
    for (const [index, result] of results.entries()) {
        yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(toReport(result))}`;
    }
    yield '\n]\n';
}

;// CONCATENATED MODULE: ./lib/report/groups.js




/** The failures, grouped; those that concern most accounts come first. */
function groupFailures(results) {
    const groups = new Map();
    results.forEach((result, position) => {
        if (meetsExpectation(result))
            return;
        const key = JSON.stringify([causeOf(result), result.verdict, groupHost(result)]);
        const group = groups.get(key) ?? { results: [], members: [] };
        group.results.push(result);
        group.members.push(position);
        groups.set(key, group);
    });
    return [...groups.values()]
        .flatMap(({ results: [first, ...others], members }) => {
        if (!first)
            return [];
        const example = wasTried(first) ? first : (others.find(wasTried) ?? first);
        const host = groupHost(first);
        return [{ cause: causeOf(first), host, verdict: first.verdict, example, members }];
    })
        .sort((a, b) => b.members.length - a.members.length);
}
/** Wrong inputs are mended in one place, the list, whatever host they are meant for. */
function groupHost({ verdict, account }) {
    return verdict === 'config' ? '' : hostKey(account.host);
}
/** Whether a connection was begun for the account. */
function wasTried({ stages }) {
    return stages.length > 0;
}
/** How many results there are of each verdict, in the order of the verdicts. */
function countVerdicts(results) {
    return VERDICTS.map((verdict) => [
        verdict,
        results.filter((result) => result.verdict === verdict).length,
    ]).filter(([, count]) => count > 0);
}
/** Digits in groups of three, whatever the machine's language: `1,000`. */
function formatCount(count) {
    return count.toLocaleString('en-US');
}
/** `1 account`, `5,000 accounts` */
function accounts(count) {
    return `${formatCount(count)} ${count === 1 ? 'account' : 'accounts'}`;
}

;// CONCATENATED MODULE: ./lib/report/fleet-annotations.js




/** The runner keeps ten annotations of each kind per step (ExecutionContext.cs); ten in all are read. */
const MAX_ANNOTATIONS = 10;
/** The runner cuts a message at 4,096 characters; what is to be read stands well before. */
const MAX_NAMED = 10;
/** Annotations of many results: one error for each cause and host, one warning for each thing to come. */
function annotateFleet(results) {
    const errors = groupFailures(results).map((group) => ({
        annotation: toError(group, results),
        count: group.members.length,
    }));
    const all = [...errors, ...groupWarnings(results)];
    if (all.length <= MAX_ANNOTATIONS)
        return all.map(({ annotation }) => annotation);
    const shown = all.slice(0, MAX_ANNOTATIONS - 1);
    const hidden = all.slice(MAX_ANNOTATIONS - 1);
    const count = hidden.reduce((sum, entry) => sum + entry.count, 0);
    const message = `${hidden.length} more causes and hosts, with ${accounts(count)}, are in the job summary.`;
    const level = hidden[0]?.annotation.level ?? 'error';
    return [
        ...shown.map(({ annotation }) => annotation),
        { level, title: 'SMTP login: and more', message },
    ];
}
function toError({ cause, host, example, members }, results) {
    const { meaning, nextStep, serverSaid } = wordResult(example);
    const where = host === '' ? '' : ` at ${printable(host)}`;
    const isConfig = example.verdict === 'config';
    const named = members.slice(0, MAX_NAMED).flatMap((position) => results[position] ?? []);
    const hidden = members.length - named.length;
    const more = hidden > 0 ? [`And ${formatCount(hidden)} more.`] : [];
    // What is wrong with an entry differs from entry to entry; what a server answers to one, it answers to all.
    const said = isConfig
        ? named.map((result) => wordResult(result).serverSaid)
        : [
            ...(serverSaid === '' ? [] : [`The server said: ${serverSaid}`]),
            `Accounts: ${named.map((result) => wordResult(result).username || 'no user name').join(', ')}`,
        ];
    return {
        level: 'error',
        title: `SMTP login: ${example.verdict}, ${cause}`,
        message: [
            `${accounts(members.length)}${where}: ${meaning}`,
            ...said,
            ...more,
            `Next step: ${nextStep}`,
        ].join('\n'),
    };
}
/** Warnings with the same title and text are one; those with the same title only are counted. */
function groupWarnings(results) {
    const groups = new Map();
    for (const annotation of results.flatMap((result) => annotate(result))) {
        if (annotation.level === 'error')
            continue;
        const key = `${annotation.level} ${annotation.title}`;
        const group = groups.get(key) ?? { annotation, texts: new Set(), count: 0 };
        group.texts.add(annotation.message);
        group.count += 1;
        groups.set(key, group);
    }
    return [...groups.values()].map(({ annotation, texts, count }) => {
        const shown = [...texts].slice(0, MAX_NAMED);
        const more = texts.size > shown.length ? [`And ${texts.size - shown.length} more.`] : [];
        return { annotation: { ...annotation, message: [...shown, ...more].join('\n') }, count };
    });
}

;// CONCATENATED MODULE: ./lib/report/html.js
/**
 * The few HTML elements of the job summary. GitHub reads Markdown between HTML blocks but not inside
 * them (CommonMark section 4.6), so nothing here contains a blank line. Letters are left as they are:
 * the runner masks secrets such as a user name in the summary only where they stand unescaped.
 */
/** Escapes a text for an element's content. */
function html(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
/** A text from outside: in `code` GitHub links no mention, issue or address in it. */
function code(text) {
    return `<code>${html(text)}</code>`;
}
function heading(text) {
    return `<h2>${html(text)}</h2>`;
}
function subheading(text) {
    return `<h3>${html(text)}</h3>`;
}
/** @param content HTML */
function paragraph(content) {
    return `<p>${content}</p>`;
}
/**
 * @param rows cells of HTML
 * @param header column titles; without them the first cell of each row is its title
 */
function html_table(rows, header) {
    const head = header ? [row(header, 'th')] : [];
    const body = rows.map((cells) => {
        const [title = '', ...rest] = cells;
        return header
            ? row(cells, 'td')
            : `<tr><th align="left">${title}</th>${cellsOf(rest, 'td')}</tr>`;
    });
    return ['<table>', ...head, ...body, '</table>'].join('\n');
}
function row(cells, element) {
    return `<tr>${cellsOf(cells, element)}</tr>`;
}
function cellsOf(cells, element) {
    return cells.map((cell) => `<${element}>${cell}</${element}>`).join('');
}
function preformatted(text) {
    return `<pre>${html(text)}</pre>`;
}
/** @param content HTML */
function details(title, content) {
    return `<details><summary>${html(title)}</summary>${content}</details>`;
}
/** @param address absolute, our own */
function html_link(address, text) {
    return `<a href="${html(address)}">${html(text)}</a>`;
}

;// CONCATENATED MODULE: ./lib/report/fleet-table.js





/** Characters of a user name in a table. */
const MAX_NAME = 100;
/**
 * The accounts one by one, folded: all, or those that failed, or as many of these as fit.
 *
 * @param room bytes for the rows
 */
function accountTables(results, room) {
    const all = results.map((result, index) => ({ result, row: accountRow(result, index) }));
    const isWithin = (chosen) => size(chosen) <= room;
    if (isWithin(all))
        return [fold(`All ${accounts(all.length)}`, all)];
    const failed = all.filter(({ result }) => !meetsExpectation(result));
    const passedCount = all.length - failed.length;
    const left = passedCount > 0 ? `${accounts(passedCount)} that passed ${areNot(passedCount)}` : '';
    if (isWithin(failed)) {
        return [fold(`All ${accounts(failed.length)} that failed`, failed), paragraph(left)];
    }
    const shown = fitting(failed, room);
    const cut = `${accounts(failed.length - shown.length)} that failed and ${accounts(passedCount)} that passed are not listed, for want of space. "report-json" has them all.`;
    return [fold(`The first ${accounts(shown.length)} that failed`, shown), paragraph(cut)];
}
function areNot(count) {
    return `${count === 1 ? 'is' : 'are'} not listed, for want of space. "report-json" has them all.`;
}
/** What `<tr>`, line end and each cell's `<td>` add to a row. */
const ROW_BYTES = 10;
const CELL_BYTES = 9;
function rowSize({ row }) {
    return row.reduce((sum, cell) => sum + Buffer.byteLength(cell) + CELL_BYTES, ROW_BYTES);
}
function size(rows) {
    return rows.reduce((sum, row) => sum + rowSize(row), 0);
}
function fitting(rows, room) {
    let left = room;
    const end = rows.findIndex((row) => (left -= rowSize(row)) < 0);
    return end === -1 ? [...rows] : rows.slice(0, end);
}
function fold(name, rows) {
    const header = ['#', 'Server', 'User name', 'Result', 'Cause', 'Took'];
    return details(name, `\n${html_table(rows.map(({ row }) => row), header)}\n`);
}
function accountRow(result, index) {
    const { passed, headline, endpoint, username, cause } = wordResult(result);
    return [
        String(index + 1),
        code(endpoint),
        code(printable(username, MAX_NAME)),
        `${passed ? '✅' : '❌'} ${html(headline)}`,
        html(cause),
        wasTried(result) ? milliseconds(result.durationMs) : 'not tried',
    ];
}

;// CONCATENATED MODULE: ./lib/report/fleet-summary.js






/** The runner drops a summary of more than 1 MiB whole (FileCommandManager.cs), so there is some room left. */
const MAX_SUMMARY_BYTES = 1_000_000;
/** More groups than anybody mends in a day. */
const MAX_GROUPS = 100;
/** User names shown in the row of a group. */
const MAX_NAMES = 2;
/** Different pieces of advice; the texts of a cause differ where they name the host. */
const MAX_ADVICE = 30;
/** Wrong entries shown; all of them are in the log. */
const MAX_FAULTS = 100;
/**
 * The job summary of many results: counts, then failures by cause and host, then every account, folded.
 * It stays within `maxBytes`: first the accounts that passed leave the table, then its end is cut, and
 * the counts always remain.
 */
function renderFleetSummary(results, maxBytes = MAX_SUMMARY_BYTES) {
    const head = [fleet_summary_title(results), counts(results), ...failures(groupFailures(results), results)];
    const headText = head.join('\n');
    const room = maxBytes - Buffer.byteLength(headText) - RESERVE_BYTES;
    return [headText, ...accountTables(results, room), ''].join('\n');
}
/** For the elements around the table and the sentence that says what it leaves out. */
const RESERVE_BYTES = 1000;
function fleet_summary_title(results) {
    const failed = results.filter((result) => !meetsExpectation(result)).length;
    if (failed === 0)
        return heading(`✅ SMTP logins: all ${accounts(results.length)} as expected`);
    return heading(`❌ SMTP logins: ${formatCount(failed)} of ${accounts(results.length)} failed`);
}
function counts(results) {
    const passed = results.filter(meetsExpectation).length;
    const notTried = results.filter((result) => !wasTried(result)).length;
    const header = ['Accounts', 'As expected', 'Failed', 'Of these not tried'];
    const row = [results.length, passed, results.length - passed, notTried].map(formatCount);
    const verdicts = countVerdicts(results).map(([verdict, count]) => `${html(verdict)} ${formatCount(count)}`);
    return [html_table([row], header), paragraph(`Verdicts: ${verdicts.join(', ')}.`)].join('\n');
}
function failures(groups, results) {
    if (groups.length === 0)
        return [];
    const shown = groups.slice(0, MAX_GROUPS);
    const hidden = groups.slice(MAX_GROUPS);
    const count = hidden.reduce((sum, { members }) => sum + members.length, 0);
    const more = `And ${formatCount(hidden.length)} more causes and hosts, with ${accounts(count)}.`;
    return [
        subheading('What to do'),
        ...advice(groups),
        ...wrongEntries(groups, results),
        subheading('What failed, by cause and host'),
        html_table(shown.map((group) => groupRow(group, results)), ['Accounts', 'Host', 'Cause', 'The server said', 'User names']),
        ...(hidden.length > 0 ? [paragraph(more)] : []),
    ];
}
/** One line, however many accounts it stands for. */
function groupRow(group, results) {
    const { cause, host, verdict, example, members } = group;
    const { serverSaid } = wordResult(example);
    const names = members.slice(0, MAX_NAMES).flatMap((n) => results[n] ?? []);
    const hidden = members.length - names.length;
    const more = hidden > 0 ? ` and ${formatCount(hidden)} more` : '';
    return [
        `<b>${formatCount(members.length)}</b>`,
        host === '' ? '' : code(printable(host)),
        cause === verdict ? html(cause) : `${html(cause)} (${html(verdict)})`,
        serverSaid === '' || verdict === 'config' ? '' : code(serverSaid),
        names.map(nameOf).join(', ') + more,
    ];
}
/** What each cause means and what to do about it, said once for all hosts that share it. */
function advice(groups) {
    const counts = new Map();
    for (const { cause, example, members } of groups) {
        const { meaning, nextStep } = wordResult(example);
        const text = `${html(meaning)}<br><b>Next step:</b> ${html(nextStep)}`;
        const known = counts.get(text)?.count ?? 0;
        counts.set(text, { cause, count: known + members.length });
    }
    return [...counts]
        .sort(([, a], [, b]) => b.count - a.count)
        .slice(0, MAX_ADVICE)
        .map(([text, { cause, count }]) => paragraph(`<b>${html(cause)}</b>, ${accounts(count)}: ${text}`));
}
/** What is wrong with an entry differs from entry to entry, so each is named. */
function wrongEntries(groups, results) {
    const wrong = groups
        .filter(({ verdict }) => verdict === 'config')
        .flatMap(({ members }) => members.flatMap((n) => results[n] ?? []));
    if (wrong.length === 0)
        return [];
    const items = wrong.slice(0, MAX_FAULTS).map((result) => wordResult(result).serverSaid);
    const hidden = wrong.length - items.length;
    return [
        subheading('Entries to correct'),
        `<ul>${items.map((text) => `<li>${code(text)}</li>`).join('')}</ul>`,
        ...(hidden > 0 ? [paragraph(`And ${formatCount(hidden)} more; all are in the log.`)] : []),
    ];
}
function nameOf({ account: { username: given } }) {
    const username = printable(given, MAX_NAME);
    return username === '' ? 'no user name' : code(username);
}

;// CONCATENATED MODULE: ./lib/report/links.js
/** Where the documentation of the very version that runs can be read. */
/** Owner and name of a repository, and a ref: what GitHub allows in both, and nothing that needs escaping. */
const REPOSITORY = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;
const REF = /^[A-Za-z0-9_./-]{1,200}$/;
/**
 * The address of docs/troubleshooting.md, from what the runner says about the action that runs.
 *
 * @param env GITHUB_ACTION_REPOSITORY and GITHUB_ACTION_REF are empty for an action in the same repository
 * @returns undefined where it is not known
 */
function docsAddress(env) {
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    if (!REPOSITORY.test(repository) || !REF.test(ref))
        return undefined;
    return `https://github.com/${repository}/blob/${ref}/docs/troubleshooting.md`;
}

;// CONCATENATED MODULE: ./lib/report/log.js


/** The title and the lines of the log group of one result. No line starts with a text from outside. */
function renderLog(result) {
    const { endpoint, username, headline } = wordResult(result);
    return {
        title: `${`${endpoint} ${username}`.trim()}: ${headline} after ${milliseconds(result.durationMs)}`,
        lines: [
            ...result.earlierTries.map(renderTry),
            ...result.stages.map(({ stage, startMs, durationMs }) => `${stage.padEnd(9)}${milliseconds(durationMs).padStart(9)}  (began at ${milliseconds(startMs)})`),
            ...result.transcript.map(({ speaker, text }) => `${speaker}: ${printable(text)}`),
        ],
    };
}
/** One line for a try that was repeated. */
function renderTry(earlier, index) {
    const { verdict, code, stage, durationMs } = earlier;
    const reply = code === undefined ? '' : ` (${code})`;
    const where = stage === undefined ? '' : ` at ${stage}`;
    return `try ${index + 1}: ${verdict}${reply}${where} after ${milliseconds(durationMs)}, tried again`;
}

;// CONCATENATED MODULE: ./lib/report/outputs.js




/** The outputs of the action, in the order of action.yml. All but `results` are enumerated or numeric. */
const OUTPUTS = (/* unused pure expression or super */ null && ([
    'verdict',
    'cause',
    'stage',
    'code',
    'enhanced-code',
    'mechanism',
    'tls-version',
    'tls-cipher',
    'certificate-expires',
    'duration-ms',
    'total',
    'accepted',
    'failed',
    'results',
]));
/**
 * For several results the single-valued outputs are those of the worst one. They are empty when this
 * shard has no account: nothing was checked, so no verdict is given.
 */
function toOutputs(results) {
    return {
        ...worstOutputs(results),
        total: String(results.length),
        accepted: String(results.filter((result) => result.verdict === 'accepted').length),
        failed: String(results.filter((result) => !meetsExpectation(result)).length),
        results: renderResults(results),
    };
}
function worstOutputs(results) {
    const [first] = results;
    if (!first)
        return NO_RESULT;
    const worst = results.reduce((a, b) => (rank(b) > rank(a) ? b : a), first);
    const { verdict, stage, reply, mechanism, tls, durationMs } = worst;
    return {
        verdict,
        cause: causeOf(worst),
        stage: stage ?? '',
        code: reply ? String(reply.code) : '',
        'enhanced-code': reply?.enhanced ?? '',
        mechanism: mechanism ?? '',
        'tls-version': tls?.version ?? '',
        'tls-cipher': tls?.cipher ?? '',
        'certificate-expires': tls?.validTo.toISOString() ?? '',
        'duration-ms': String(Math.round(durationMs)),
    };
}
const NO_RESULT = {
    verdict: '',
    cause: '',
    stage: '',
    code: '',
    'enhanced-code': '',
    mechanism: '',
    'tls-version': '',
    'tls-cipher': '',
    'certificate-expires': '',
    'duration-ms': '',
};
/** GitHub takes at most 1 MiB of outputs from a job ("Usage limits"), so the others need room too. */
const MAX_RESULTS_BYTES = 900_000;
/** The results as JSON; where that is too long, those that failed, and of these as many as fit. */
function renderResults(results) {
    const all = outputs_fitting(results);
    if (all.length === results.length)
        return `[${all.join(',')}]`;
    return `[${outputs_fitting(results.filter((result) => !meetsExpectation(result))).join(',')}]`;
}
/** As many of the first results as fit, each as JSON. */
function outputs_fitting(results) {
    let left = MAX_RESULTS_BYTES;
    const texts = [];
    for (const result of results) {
        const text = JSON.stringify(toReport(result));
        left -= Buffer.byteLength(text) + 1;
        if (left < 0)
            break;
        texts.push(text);
    }
    return texts;
}
function rank({ verdict }) {
    return VERDICTS.indexOf(verdict);
}

;// CONCATENATED MODULE: ./lib/report/run-context.js
function readRunContext(environment) {
    const repository = environment['GITHUB_REPOSITORY'] ?? '';
    const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const run = environment['GITHUB_RUN_ID'] ?? '';
    return { repository, runUrl: `${server}/${repository}/actions/runs/${run}` };
}

;// CONCATENATED MODULE: ./lib/report/diagram.js


const OK = {
    token: () => ['Note over R: access token fetched'],
    connect: () => ['R->>S: connection'],
    greeting: () => ['S-->>R: 220'],
    ehlo: () => ['R->>S: EHLO', 'S-->>R: 250'],
    starttls: () => ['R->>S: STARTTLS', 'S-->>R: 220'],
    tls: (result) => ['R->>S: TLS handshake', `S-->>R: ${tlsVersion(result)}, certificate trusted`],
    auth: (result) => [...login(result), `S-->>R: ${replyCodes(result)}`],
    mail: () => ['R->>S: MAIL FROM and RCPT TO', 'S-->>R: 250'],
    quit: () => ['R->>S: QUIT'],
};
/** What had been said when a stage stopped. */
const ASKED = {
    ...OK,
    greeting: () => [],
    ehlo: () => ['R->>S: EHLO'],
    starttls: ({ trouble }) => (trouble?.problem === 'starttls-missing' ? [] : ['R->>S: STARTTLS']),
    tls: () => ['R->>S: TLS handshake'],
    auth: login,
    mail: () => ['R->>S: MAIL FROM and RCPT TO'],
};
/** @returns a fenced block, or nothing when nothing was tried */
function renderDiagram(result) {
    const { stages, trouble } = result;
    if (stages.length === 0)
        return [];
    const passed = trouble ? stages.slice(0, -1) : stages;
    const securedAt = passed.findIndex(({ stage }) => stage === 'tls');
    const lines = passed.flatMap(({ stage }, index) => [
        ...(index === securedAt ? [SECURED] : []),
        ...OK[stage](result),
    ]);
    if (trouble)
        lines.push(...stop(result));
    else
        lines.push('Note over R,S: login accepted');
    if (securedAt !== -1)
        lines.push('end');
    return [
        '```mermaid',
        LOOKS,
        'sequenceDiagram',
        'participant R as runner',
        'participant S as mail server',
        ...lines,
        '```',
    ];
}
/** Smaller than Mermaid's own looks, and without the second row of names: a phone is small. */
const LOOKS = '%%{init: {"sequence": {"mirrorActors": false, "messageMargin": 22, "height": 36, "boxMargin": 6}}}%%';
/** Translucent, so that they are right on light and on dark pages. */
const SECURED = 'rect rgba(46, 160, 67, 0.15)';
const STOPPED = 'rect rgba(248, 81, 73, 0.25)';
/** The stages whose failure the mail server knows nothing of. */
const NEVER_HEARD = {
    token: ['Note over R: no access token'],
    connect: ['R-xS: connection'],
};
function stop(result) {
    const stage = result.stages.at(-1)?.stage ?? 'connect';
    const said = NEVER_HEARD[stage] ?? [...ASKED[stage](result), ...diagram_answer(result)];
    const note = `Note over R,S: ${label(`stopped here · ${causeOf(result)}`)}`;
    return [...said.slice(0, -1), STOPPED, ...said.slice(-1), note, 'end'];
}
const SILENT = new Set(['timed-out', 'cancelled']);
function diagram_answer(result) {
    const { reply, verdict, stage } = result;
    const cause = causeOf(result);
    if (reply)
        return [`S-->>R: ${replyCodes(result)}`];
    if (SILENT.has(cause))
        return ['S--xR: no answer in time'];
    if (verdict === 'unreachable')
        return ['S--xR: connection closed'];
    if (cause.startsWith('certificate-'))
        return [`S-->>R: ${tlsVersion(result)}, certificate refused`];
    if (stage === 'tls')
        return ['S--xR: handshake failed'];
    return verdict === 'protocol' ? ['S--xR: no SMTP reply'] : [];
}
function login({ mechanism, authSent, credentialSent }) {
    if (!authSent)
        return [];
    const name = MECHANISMS.find((known) => known === mechanism) ?? '';
    return [`R->>S: AUTH ${name}`, ...(credentialSent ? ['R->>S: the credential'] : [])];
}
function replyCodes({ reply }) {
    return reply ? label(`${reply.code} ${reply.enhanced ?? ''}`.trim()) : '235';
}
function tlsVersion({ tls }) {
    return label(tls?.version.replace('TLSv', 'TLS ') ?? 'TLS');
}
/** The last door: whatever is not a plain letter, digit or mark of this list does not enter the diagram. */
function label(text) {
    return text.replace(/[^A-Za-z0-9 .·-]/g, '');
}

;// CONCATENATED MODULE: ./lib/report/timeline.js


/** Cells of a bar; more would not fit beside two columns on a phone. */
const WIDTH = 16;
/** Ordinary blanks would be drawn as one. */
const BLANK = '&nbsp;';
/** Where the time went: one row a stage, each bar at its place in the whole. */
function renderTimeline({ stages, trouble }) {
    const last = stages.at(-1);
    if (!last)
        return [];
    const totalMs = Math.max(1, last.startMs + last.durationMs);
    const rows = stages.map((timing) => {
        const isStop = trouble !== undefined && timing === last;
        const name = isStop ? `<b>${timing.stage} ❌</b>` : timing.stage;
        return [name, span(timing.durationMs), `<code>${bar(timing, totalMs)}</code>`];
    });
    return [html_table(rows, ['Stage', 'Took', `Within ${span(totalMs)}`])];
}
/** Seconds where milliseconds would only be long. */
function span(ms) {
    return ms < 10_000 ? milliseconds(ms) : `${(ms / 1000).toFixed(1)} s`;
}
function bar({ startMs, durationMs }, totalMs) {
    const before = Math.min(WIDTH - 1, Math.floor((startMs / totalMs) * WIDTH));
    const length = Math.min(WIDTH - before, Math.max(1, Math.round((durationMs / totalMs) * WIDTH)));
    return BLANK.repeat(before) + '█'.repeat(length) + BLANK.repeat(WIDTH - before - length);
}

;// CONCATENATED MODULE: ./lib/report/summary.js







const summary_MAX_NAMES = 10;
const MAX_OFFERED = 20;
/**
 * The job summary of one result, for a reader in a hurry: the verdict, what it means and what to do next;
 * then a picture of the exchange and where the time went; facts and transcript are folded. All but the
 * picture is HTML without blank lines, which GitHub does not read as Markdown.
 */
function renderSummary(result, options = {}) {
    const words = wordResult(result);
    return [
        heading(`${words.passed ? '✅' : '❌'} ${words.title}`),
        ...opening(words, result, options),
        ...notices(result),
        '',
        ...renderDiagram(result),
        '',
        ...tries(result),
        ...renderTimeline(result),
        ...facts(words, result),
        ...transcript(result),
        '',
    ].join('\n');
}
function opening(words, result, { docs }) {
    const who = `${code(words.username === '' ? 'no user name' : words.username)} at ${code(words.endpoint)}`;
    if (words.passed)
        return [paragraph(who), paragraph(html(words.meaning))];
    const said = result.reply ? 'The server said' : 'Reason';
    return [
        paragraph(who),
        ...(words.serverSaid === '' ? [] : [paragraph(`<b>${said}:</b> ${code(words.serverSaid)}`)]),
        paragraph(`<b>What it means:</b> ${html(words.meaning)}`),
        paragraph(`<b>👉 Next step:</b> ${html(words.nextStep)}`),
        paragraph(classes(words, result, docs)),
    ];
}
function classes({ cause, anchor }, { verdict, stage }, docs) {
    return [
        `Verdict ${code(verdict)}`,
        `cause ${code(cause)}`,
        ...(stage === undefined ? [] : [`stage ${code(stage)}`]),
        ...(docs === undefined ? [] : [html_link(`${docs}#${anchor}`, 'more about it')]),
    ].join(' · ');
}
function notices(result) {
    return [
        ...(result.inputWarnings ?? []).map(({ message }) => paragraph(`🔔 ${html(message)}`)),
        ...lookAhead(result).map(({ level, title, message }) => {
            const icon = level === 'warning' ? '🔔' : '💡';
            return paragraph(`${icon} <b>${html(title)}.</b> ${html(printable(message, 1000))}`);
        }),
    ];
}
function tries({ earlierTries }) {
    return earlierTries.map((earlier, index) => paragraph(html(renderTry(earlier, index))));
}
function facts(words, result) {
    if (result.stages.length === 0)
        return [];
    return [details('Details', html_table([...accountRows(words, result), ...channelRows(result)]))];
}
/** A text that the other side had a hand in, made safe and marked as such. */
function outside(text) {
    return code(printable(text));
}
function accountRows(words, { account, address, mechanism, offered }) {
    const shown = offered.slice(0, MAX_OFFERED).join(', ');
    const more = offered.length > MAX_OFFERED ? ` and ${offered.length - MAX_OFFERED} more` : '';
    return [
        ['Server', code(words.endpoint) + (address === undefined ? '' : ` (${outside(address)})`)],
        ['User name', code(words.username)],
        ['Mechanism', mechanism === undefined ? 'none' : outside(mechanism)],
        ['Mechanisms offered', shown === '' ? 'none' : outside(shown) + more],
        ...(account.expect === 'rejected' ? [['Expected', 'rejected']] : []),
    ];
}
function channelRows({ tls, account }) {
    if (!tls)
        return [['TLS', account.tlsMode === 'none' ? 'none, by your own choice' : 'none']];
    return [
        ['TLS', `${outside(tls.version)}, ${outside(tls.cipher)}`],
        ['Certificate', tls.verified ? validity(tls) : `<b>not trusted</b>; ${validity(tls)}`],
        ['Certificate names', certificateNames(tls)],
        ['Issuer', outside(tls.issuer)],
        ['SHA-256', code(tls.fingerprint)],
    ];
}
function validity({ validTo }) {
    const days = daysLeft(validTo);
    const left = days < 0 ? `ended ${-days} days ago` : `${days} days left`;
    return `valid until ${validTo.toISOString().slice(0, 10)}, ${left}`;
}
function certificateNames({ names }) {
    if (names.length === 0)
        return 'none';
    const more = names.length > summary_MAX_NAMES ? ` and ${names.length - summary_MAX_NAMES} more` : '';
    return names.slice(0, summary_MAX_NAMES).map(outside).join(', ') + more;
}
function transcript({ transcript: lines }) {
    if (lines.length === 0)
        return [];
    const text = lines.map(({ speaker, text }) => `${speaker}: ${printable(text)}`).join('\n');
    return [details('Transcript', preformatted(text))];
}

;// CONCATENATED MODULE: ./lib/report/github-fault.js
const MEANING_OF_STATUS = {
    401: 'the token in "github-token" is not valid',
    403: 'the token may not write issues, or asked too often. Give the job the permission "issues: write"',
    404: 'the token cannot see the issues of this repository. Give the job the permission "issues: write"',
    410: 'issues are switched off in this repository',
    429: 'GitHub asks to come back later',
};
/** Why the issues could not be kept, in a sentence. GitHub's own text is not repeated. */
function explainFault(error) {
    const { status, name } = error;
    const isLimited = status === 403 && /rate limit/i.test(error.message);
    const meaning = MEANING_OF_STATUS[isLimited ? 429 : (status ?? 0)] ?? 'GitHub could not be reached';
    const detail = status === undefined ? (name ?? 'error') : String(status);
    return `The tracking issues are not up to date: ${meaning} (${detail}). The results stand all the same.`;
}

;// CONCATENATED MODULE: ./lib/report/issue-text.js




/** The label by which the issues are found again. */
const LABEL = 'smtp-auth-check';
/** Slows down whoever guesses user names by their marker, and costs a run of thousands a few seconds at most. */
const ITERATIONS = 1000;
/**
 * Names an account without revealing its user name, which may be a secret: the API does not mask as the
 * log does. The same account has the same name in each run of a repository.
 *
 * @returns 32 hex digits
 */
function accountId(account, repository) {
    const { host, port, username, expect } = account;
    const salt = JSON.stringify([LABEL, repository.toLowerCase(), hostKey(host), port, expect]);
    return (0,external_node_crypto_.pbkdf2Sync)(username, salt, ITERATIONS, 16, 'sha256').toString('hex');
}
/** The first lines of a body, invisible when rendered, by which the next run knows what was said. */
function readMarker(body) {
    const [, id, cause] = MARKER.exec(body) ?? [];
    return id !== undefined && cause !== undefined ? { id, cause } : undefined;
}
const MARKER = /^<!-- smtp-auth-check account=([0-9a-f]{32}) cause=([a-z0-9-]+) -->/;
/** The issue of a failing account. It names the server, and never the user. */
function renderIssue(result, { id, number, runUrl }) {
    const { endpoint, cause, verdict, meaning, nextStep, serverSaid } = {
        ...wordResult(result),
        verdict: result.verdict,
    };
    const body = [
        `<!-- smtp-auth-check account=${id} cause=${cause} -->`,
        `<p><b>${html(verdict)}</b>, cause <code>${html(cause)}</code>: ${issue_text_defuse(meaning)}</p>`,
        ...(serverSaid === '' ? [] : [`<pre>${issue_text_defuse(serverSaid)}</pre>`]),
        `<p><b>Next step:</b> ${issue_text_defuse(nextStep)}</p>`,
        `<p>Server <code>${issue_text_defuse(endpoint)}</code>, account ${number} of <a href="${html(runUrl)}">the run that found it</a>; the log there names the user.</p>`,
        '<p>This issue is kept by smtp-auth-check: it follows the cause, and is closed when the login works again.</p>',
    ];
    return {
        title: `SMTP login fails: ${cause} at ${endpoint} (${id.slice(0, 8)})`,
        body: body.join('\n'),
    };
}
/** The comment when the cause has changed. */
function renderChange(before, after, runUrl) {
    return `<p>The cause has changed from <code>${html(before)}</code> to <code>${html(after)}</code> in <a href="${html(runUrl)}">this run</a>. The text above is up to date.</p>`;
}
/** The comment before the issue is closed. */
function renderRecovery(runUrl) {
    return `<p>The account gave the expected result in <a href="${html(runUrl)}">this run</a>, so this issue is closed.</p>`;
}
/** The comment when two runs at once opened an issue each. */
function renderDuplicate(kept) {
    return `<p>Two runs at once opened an issue for this account; the other one, #${kept}, is kept.</p>`;
}
/**
 * A text from outside, as HTML in which GitHub finds no mention, no reference to an issue and no address
 * to link: each of them is broken by a comment, which a reader does not see.
 */
function issue_text_defuse(text) {
    return html(text)
        .replaceAll('@', '@<!-- -->')
        .replaceAll('#', '#<!-- -->')
        .replaceAll('://', ':<!-- -->//')
        .replace(/\b(GH-|www\.)/gi, '$1<!-- -->');
}

;// CONCATENATED MODULE: ./lib/report/github-issues.js

/** For each request. The whole job waits for it, so it is short. */
const REQUEST_TIMEOUT_MS = 15_000;
/** Thrown when GitHub leaves the label out, without which the next run would not find the issue. */
class LabelError extends Error {
    status = 403;
}
/**
 * @param context `repository` is `owner/name`; the server is the one of GITHUB_API_URL
 */
async function openGitHub(context) {
    // Loaded here, since most runs keep no issues and it weighs more than all the rest.
    const { getOctokit } = await __nccwpck_require__.e(/* import() */ 157).then(__nccwpck_require__.bind(__nccwpck_require__, 157));
    const { rest, paginate } = getOctokit(context.token);
    const [owner = '', repo = ''] = context.repository.split('/');
    const target = { owner, repo };
    const request = () => ({
        signal: AbortSignal.any([context.signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    return {
        async list() {
            const query = { ...target, labels: LABEL, state: 'open', per_page: 100 };
            const issues = await paginate(rest.issues.listForRepo, { ...query, request: request() });
            return issues.map(({ number, body }) => ({ number, body: body ?? '' }));
        },
        async create(text) {
            const call = { ...target, ...text, labels: [LABEL], request: request() };
            const { data } = await rest.issues.create(call);
            const names = data.labels.map((label) => (typeof label === 'string' ? label : label.name));
            if (!names.includes(LABEL))
                throw new LabelError('the label was left out');
            return data.number;
        },
        async update(issue_number, text) {
            await rest.issues.update({ ...target, ...text, issue_number, request: request() });
        },
        async comment(issue_number, body) {
            await rest.issues.createComment({ ...target, body, issue_number, request: request() });
        },
        async close(issue_number, state_reason) {
            const change = { state: 'closed', state_reason };
            await rest.issues.update({ ...target, ...change, issue_number, request: request() });
        },
    };
}

;// CONCATENATED MODULE: ./lib/report/tracking-issue.js








/** GitHub asks for a second between requests that write ("Best practices for using the REST API"). */
const PAUSE_MS = 1000;
/** Some two minutes of writing; what is left over is done by the next run. */
const MAX_WRITES = 100;
/**
 * Opens, updates and closes one issue per failing account. An account that was not tried, or whose check
 * was cancelled, says nothing and changes nothing.
 *
 * @returns what went wrong, in a sentence; undefined when nothing did. It never rejects, since a tracker
 *   must not change a verdict
 */
async function trackIssues(results, context) {
    try {
        const github = await openGitHub(context);
        await new Tracker(github, context).follow(results);
        return undefined;
    }
    catch (error) {
        return explainFault(error);
    }
}
class Tracker {
    #github;
    #context;
    #writes = 0;
    constructor(github, context) {
        this.#github = github;
        this.#context = context;
    }
    async follow(results) {
        const issues = await this.#listByAccount();
        const findings = collect(results, this.#context.repository, issues.size > 0);
        let isNew = false;
        for (const finding of findings) {
            const [issue] = issues.get(finding.id) ?? [];
            if (meetsExpectation(finding.result)) {
                if (issue)
                    await this.#close(issue, renderRecovery(this.#context.runUrl), 'completed');
            }
            else if (issue)
                await this.#update(issue, finding);
            else
                isNew = (await this.#open(finding)) || isNew;
        }
        if (isNew)
            await this.#closeDuplicates();
    }
    /** Open issues by account, the oldest first. */
    async #listByAccount() {
        const issues = new Map();
        for (const issue of await this.#github.list()) {
            const id = readMarker(issue.body)?.id;
            if (id !== undefined)
                issues.set(id, [...(issues.get(id) ?? []), issue]);
        }
        issues.forEach((same) => same.sort((a, b) => a.number - b.number));
        return issues;
    }
    async #open({ id, number, result }) {
        if (!(await this.#mayWrite()))
            return false;
        const text = renderIssue(result, { id, number, runUrl: this.#context.runUrl });
        const issue = await this.#github.create(text);
        this.#context.log(`Issue #${issue} opened for account ${number}, ${tracking_issue_name(result)}.`);
        return true;
    }
    async #update(issue, { id, number, result }) {
        const before = readMarker(issue.body)?.cause ?? '';
        const after = causeOf(result);
        if (before === after || !(await this.#mayWrite()))
            return;
        const { runUrl } = this.#context;
        await this.#github.update(issue.number, renderIssue(result, { id, number, runUrl }));
        await this.#github.comment(issue.number, renderChange(before, after, runUrl));
        this.#context.log(`Issue #${issue.number} updated for account ${number}, ${tracking_issue_name(result)}.`);
    }
    async #close(issue, note, reason) {
        if (!(await this.#mayWrite()))
            return;
        await this.#github.comment(issue.number, note);
        await this.#github.close(issue.number, reason);
        this.#context.log(`Issue #${issue.number} closed.`);
    }
    /** Two runs at once see no issue and open one each; both then keep the older. */
    async #closeDuplicates() {
        for (const [kept, ...others] of (await this.#listByAccount()).values()) {
            for (const issue of others) {
                await this.#close(issue, renderDuplicate(kept?.number ?? 0), 'not_planned');
            }
        }
    }
    /** Keeps GitHub's pace for writing, and says once when this run has written enough. */
    async #mayWrite() {
        this.#writes += 1;
        if (this.#writes === MAX_WRITES + 1) {
            this.#context.log('More issues are to be opened, updated or closed; the next run goes on.');
        }
        if (this.#writes > MAX_WRITES)
            return false;
        if (this.#writes > 1)
            await (0,promises_namespaceObject.setTimeout)(PAUSE_MS, undefined, { signal: this.#context.signal });
        return true;
    }
}
/**
 * One finding for each account. Where entries are the same account, one that fails speaks for it.
 *
 * @param withPassed whether there are issues that an account that works could close
 */
function collect(results, repository, withPassed) {
    const findings = new Map();
    results.forEach((result, index) => {
        const isPassed = meetsExpectation(result);
        if (!saysSomething(result) || (isPassed && !withPassed))
            return;
        const id = accountId(result.account, repository);
        if (isPassed && findings.has(id))
            return;
        const known = findings.get(id);
        if (!known || meetsExpectation(known.result))
            findings.set(id, { id, number: index + 1, result });
    });
    return [...findings.values()];
}
function tracking_issue_name(result) {
    const { username, endpoint } = wordResult(result);
    return `${username} at ${endpoint}`;
}
function saysSomething(result) {
    if (result.verdict === 'cancelled' || result.account.host === '')
        return false;
    return wasTried(result) || (result.verdict === 'config' && causeOf(result) !== 'internal-error');
}

;// CONCATENATED MODULE: ./lib/publish.js














/**
 * Everything a runner sees of the results. Report files come first: they are to be there even when the
 * job is killed while the rest is written.
 *
 * @param options undefined when the inputs of the run are wrong, so that nobody knows what is wanted
 * @param signal a run that was cancelled has no time for the tracker
 */
async function publish(results, options, signal) {
    const faults = options ? await writeReports(results, options) : [];
    const [only] = results;
    const isSingle = only !== undefined && results.length === 1;
    const docs = docsAddress(process.env);
    const annotations = isSingle ? annotate(only, docs) : annotateFleet(results);
    for (const { level, title, message } of annotations)
        core_namespaceObject[level](message, { title });
    faults.forEach((fault) => {
        warning(fault, { title: 'smtp-auth-check: report file' });
    });
    for (const [name, value] of Object.entries(toOutputs(results)))
        setOutput(name, value);
    info(conclusion(results));
    await writeSummary(isSingle ? renderSummary(only, { docs }) : renderFleetSummary(results));
    if (options?.trackingIssue && !signal.aborted)
        await track(results, options.githubToken, signal);
}
/** One result as soon as it is known: its transcript when it failed or is the only one, else a line. */
function publishProgress(result, { done, total }) {
    const { title, lines } = renderLog(result);
    const isSingle = total === 1;
    const place = isSingle ? '' : `${String(done).padStart(String(total).length)}/${total} `;
    if (!isSingle && (meetsExpectation(result) || lines.length === 0)) {
        const { passed, serverSaid } = wordResult(result);
        info(passed || serverSaid === '' ? place + title : `${place}${title}: ${serverSaid}`);
        return;
    }
    startGroup(place + title);
    lines.forEach((line) => {
        info(line);
    });
    endGroup();
}
function conclusion(results) {
    const [only] = results;
    if (!only)
        return 'This shard has no accounts, so there was nothing to check.';
    if (results.length === 1) {
        const { passed, meaning, headline } = wordResult(only);
        return passed ? meaning : `Result: ${headline}.`;
    }
    const failed = results.filter((result) => !meetsExpectation(result)).length;
    return `Checked ${accounts(results.length)}: ${formatCount(results.length - failed)} as expected, ${formatCount(failed)} failed.`;
}
/** A summary is a courtesy: where the runner has no file for it, the verdict stands all the same. */
async function writeSummary(text) {
    try {
        await summary.addRaw(text).write();
    }
    catch {
        info('No job summary was written: this runner provides no file for it.');
    }
}
async function track(results, token, signal) {
    const log = (line) => {
        info(line);
    };
    const context = { ...readRunContext(process.env), token, signal, log };
    const fault = await trackIssues(results, context);
    if (fault !== undefined)
        warning(fault, { title: 'smtp-auth-check: tracking issue' });
}

;// CONCATENATED MODULE: ./lib/action.js












/** The runner's door: inputs in; log, annotation, summary, outputs and exit status out. It never rejects. */
async function runAction() {
    const cancel = new AbortController();
    const onSignal = (signal) => {
        // Written down at once, since the runner kills the process 7.5 s after SIGINT. The first signal counts.
        if (!cancel.signal.aborted)
            process.exitCode = 128 + external_node_os_namespaceObject.constants.signals[signal];
        cancel.abort();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('uncaughtException', failByFault);
    try {
        await checkInputs(readInputs(), cancel.signal);
    }
    catch (error) {
        failByFault(error);
    }
    endSoon();
}
/** Wrong inputs of the run as a whole are one result, as those of a single account are. */
async function checkInputs(inputs, signal) {
    try {
        const options = parseRunOptions(inputs.run);
        await conclude(await checkPlanned(inputs, options, signal), options, signal);
    }
    catch (error) {
        if (!(error instanceof InputError))
            throw error;
        const result = configResult(inputs.account, error);
        publishProgress(result, { position: 0, done: 1, total: 1 });
        await conclude([result], undefined, signal);
    }
}
async function checkPlanned(inputs, options, signal) {
    const { items, spread } = await makePlan(inputs.account, options, {
        environment: process.env,
        onCredential: maskCredential,
        onVariables: forgetVariables,
    });
    const { maxParallel, maxPerHost, gapMs } = options;
    const limits = { maxParallel, maxPerHost, gapMs, spread };
    return checkAll(items, { ...limits, signal, onFault: logFault, onSecret: mask }, publishProgress);
}
async function conclude(results, options, signal) {
    if (!results.every(meetsExpectation))
        process.exitCode ??= 1;
    await publish(results, options, signal);
}
/** Our own fault, the only way to fail without a verdict. */
function failByFault(error) {
    process.exitCode = 1;
    logFault(error);
    const name = error instanceof Error ? error.name : typeof error;
    const message = `The check itself failed (${printable(name)}), which says nothing about the credential. Please report it, with the log of a run in debug mode.`;
    core_error(message, { title: 'smtp-auth-check: internal error' });
}
/** Only where it happened: the error's text may hold anything, so it stays out. */
function logFault(error) {
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
    frames.forEach((frame) => {
        debug(printable(frame));
    });
}


/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5701);

// The await is a safety: should the promise never settle, Node exits with 13 and the step fails.
await (0,_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
