import re,unicodedata
def tokens(name):
    n=unicodedata.normalize("NFKD",name); n="".join(c for c in n if not unicodedata.combining(c)).casefold()
    return tuple(re.findall(r"[^\W_]+",n))
def compare(a,b):
    x,y=tokens(a),tokens(b)
    if x==y: return "same"
    if x and y and (set(x)<=set(y) or set(y)<=set(x)): return "maybe"
    return "apart"
