"""A script is made shorter, and stays the same script."""

from __future__ import annotations

import re
from collections import Counter

from hiproutine.share.minifying import minified
from hiproutine.share.modules import ORDER, script
from hiproutine.share.sources import source


def test_spaces_go_and_what_is_quoted_stays() -> None:
    assert minified('const a = { "x y": 1 }; // a note\n') == 'const a={"x y":1};\n'
    assert minified("const b = a + +1 - -2 / 4 * (3 - 1);\n") == "const b=a+ +1- -2 / 4*(3-1);\n"
    nested = '`${a ? `in  ${ b }` : "}"}  =  1`;\n'
    assert minified(f"const c = {nested}") == f"const c={nested}"
    assert minified("return /[/ ]+ {2}/g.test(x) && y;\n") == "return /[/ ]+ {2}/g.test(x)&&y;\n"
    assert minified("x = y.replace(/ {2}/g, ' - ');") == "x=y.replace(/ {2}/g,' - ');"


def test_lines_stay_where_their_end_says_something() -> None:
    text = "function f(a,\n  b) {\n  let c = a\n  c += b;\n  return {\n    c,\n  };\n}\nf(1, 2)\n"
    assert minified(text) == "function f(a,b){let c=a\nc+=b;return{c}}f(1,2)\n"
    assert minified("a = [\n  b,\n  c,\n];\n") == "a=[b,c];\n"
    assert minified("const d = (e) =>\n  e ||\n  f\n    ? g\n    : h;\n") == "const d=e=>e||f?g:h;\n"
    assert minified("const [, , i] = j;\nk([1, , 2,\n]);\n") == "const[,,i]=j;k([1,,2]);\n"
    assert (
        minified("return true && { true: false, a: b.false, untrue };\n") == "return!0&&{true:!1,a:b.false,untrue};\n"
    )
    assert minified("a = {}\n[b] = c;\n}\n") == "a={}\n[b]=c}\n"
    assert minified("const f = async (a) => a; g((b) => b)((c) => c);") == "const f=async(a)=>a;g(b=>b)(c=>c);"


def test_a_comment_may_be_the_last_thing_and_lines_may_be_empty() -> None:
    assert minified("a(1); // done") == "a(1);"
    assert minified("\n  a = 1\n\n\t\n  b = 'x' // y\n  'z'\n  }") == "\na=1\nb='x'\n'z'}"
    assert minified("a\t+  +b -\t-c + -d\n\n") == "a+ +b- -c+-d\n"


def test_constants_that_follow_one_another_are_named_in_one_statement() -> None:
    assert minified("const a = 1;\nconst b = (x) => x;\nconst c = { d };\nb(a);\nconst e = 2;\n") == (
        "const a=1,b=x=>x,c={d};b(a);const e=2;\n"
    )
    assert minified("if (a) {\n  const b = 1;\n}\nconst c = 2;\nlet d = 3;\nconst e = 4;\n") == (
        "if(a){const b=1}const c=2;let d=3;const e=4;\n"
    )
    assert minified("for (const a of b) c(a);\nconst d = [() => {\n  e();\n  const f = 1;\n}];\nconst g = 1;") == (
        "for(const a of b)c(a);const d=[()=>{e();const f=1}],g=1;"
    )


def test_no_two_modules_use_a_name_for_something() -> None:
    named = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) ([\w$]+)", re.MULTILINE)
    names = Counter(name for module in ORDER for name in named.findall(source(f"{module}.js")))
    assert {name for name, often in names.items() if often > 1} == set()
    patterns = [module for module in ORDER if re.search(r"^const [\[{]", source(f"{module}.js"), re.MULTILINE)]
    assert patterns == ["asking"]


def test_the_pages_script_has_no_comment_left() -> None:
    assert "/*" not in script()
    assert "\n//" not in script()
    assert " // " not in script()
