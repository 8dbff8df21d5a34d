# SPDX-License-Identifier: Apache-2.0
"""The native stream's definition in exact rational arithmetic: every step rounded once to binary32, as LawKernel says.

Prints the float bits that NativeSamplerTest expects, for seed 42. Needs nothing but Python 3; the build does not run it.
"""
from fractions import Fraction as Q
from math import isqrt
def r(x):                       # round to nearest even binary32 (normal range)
    if x == 0: return Q(0)
    s = -1 if x < 0 else 1; x = abs(x); e = 0
    while x >= 2**24: x /= 2; e += 1
    while x < 2**23: x *= 2; e -= 1
    n = x.numerator // x.denominator; d = x - n
    n += d > Q(1,2) or (d == Q(1,2) and n & 1)
    return s * Q(n) * Q(2)**e
fma = lambda a,b,c: r(a*b+c)
mul = lambda a,b: r(a*b)
def sqrt(x):
    if x == 0: return Q(0)
    k = 200; return r(Q(isqrt((x.numerator << 2*k)//x.denominator), 1 << k))
def bits(x):
    if x == 0: return 0
    s = 1<<31 if x < 0 else 0; x = abs(x); e = 0
    while x >= 2: x /= 2; e += 1
    while x < 1: x *= 2; e -= 1
    return s | (e+127) << 23 | int((x-1)*2**23)
H = lambda t: Q(*float.fromhex(t).as_integer_ratio())
def philox(key, c):
    k0,k1 = key; c0,c1,c2,c3 = c
    for _ in range(10):
        p0 = 0xD2511F53*c0; p1 = 0xCD9E8D57*c2
        c0,c1,c2,c3 = (p1>>32)^c1^k0, p1&0xffffffff, (p0>>32)^c3^k1, p0&0xffffffff
        k0=(k0+0x9E3779B9)&0xffffffff; k1=(k1+0xBB67AE85)&0xffffffff
    return c0,c1,c2,c3
M = 0xffffffff
rotl = lambda x,k: (x << k | x >> 32-k) & M
def word(seed, i):              # lane i % 32, step i % 4096 // 32 of block i // 4096, by xoshiro128++
    block, j = divmod(i, 4096); step, lane = divmod(j, 32); n = 32*block + lane//2 + 16*(lane%2)
    s0,s1,s2,s3 = philox((seed & M, seed>>32 & M), (n & M, n>>32, 0, 0))
    if not s0|s1|s2|s3: s0 = 1
    for _ in range(step):
        t = s1<<9 & M
        s2 ^= s0; s3 ^= s1; s1 ^= s2; s0 ^= s3; s2 ^= t; s3 = rotl(s3, 11)
    return (rotl((s0+s3) & M, 7) + s0) & M
signed = lambda w: w - (1<<32) if w >> 31 else w
P=[H(t) for t in "0x1.55554ap-2 -0x1.00022p-2 0x1.99a596p-3 -0x1.54788ap-3 0x1.226e5p-3 -0x1.0ce08ep-3 0x1.07d0ccp-3 -0x1.41ed5p-4".split()]
S=[H(t) for t in "0x1.921fb6p+1 -0x1.4abbbap+2 0x1.465ec6p+1 -0x1.2d9bb8p-1".split()]
C=[H(t) for t in "-0x1.3bd3ccp+2 0x1.03c1dcp+2 -0x1.55c57cp+0 0x1.d9c366p-3".split()]
G=[H(t) for t in "0x1.40d932p+0 -0x1.4ffe3ap-2 0x1.0b712p-6 0x1.ad4b66p-9 -0x1.c738dcp-13 -0x1.7eb366p-14 -0x1.b03ac0p-18".split()]
CENTRAL=H("0x1.e8b43p-24"); UNIT=H("0x1.fffffep-32"); LN2=r(Q(6931472,10**7))
def horner(c,x):
    v=c[-1]
    for a in reversed(c[:-1]): v=fma(v,x,a)
    return v
def ln(x):
    b = bits(x) - 0x3F3504F3; e = b >> 23; m = (b & 0x7FFFFF) + 0x3F3504F3
    ex = (m >> 23) - 127; f = (1 + Q(m & 0x7FFFFF, 2**23)) * Q(2)**ex - 1
    p = fma(horner(P,f), f, Q(-1,2))
    return fma(Q(e), LN2, fma(mul(f,f), p, f))
def uniform(seed,i,lo,rng): return fma(Q(word(seed,i)>>8, 2**24), rng, lo)
def normal(seed,i,mean,std):
    base=i-i%64+i%32
    u=fma(r(Q(word(seed,base)>>1)),UNIT,Q(1,2**32)); R=sqrt(-2*ln(u))
    w=signed(word(seed,base+32)); q=signed((w+0x20000000)&0xffffffff)>>30
    t=Q(signed((w-(q<<30))&0xffffffff)); x=mul(r(t),Q(1,2**31)); x2=mul(x,x)
    s=mul(x,horner(S,x2)); c=fma(horner(C,x2),x2,Q(1))
    v=(s if q&1 else c) if i%64<32 else (c if q&1 else s)
    if ((q+1 if i%64<32 else q) & 2): v=-v
    return fma(mul(R,v),std,mean)
def truncated(seed,i,mean,std):
    x=fma(Q(signed(word(seed,i))>>8),CENTRAL,CENTRAL/2); l=ln(-fma(x,x,Q(-1)))
    return fma(mul(x,horner(G,l)),std,mean)
print("words", " ".join("%08x"%word(42,i) for i in [0,1,2,31,32,33,63,64,4095,4096,4097,1000003,2**40+77]))
idx=[0,1,31,32,33,63,64,1000]
up=H("-0x1.999998p-5"); hi=r(Q(5,100))
print("uniform", " ".join("%08x"%bits(uniform(42,i,up,r(hi-up))) for i in idx))
print("normal", " ".join("%08x"%bits(normal(42,i,Q(1,2),Q(2))) for i in idx))
print("trunc", " ".join("%08x"%bits(truncated(42,i,Q(1,2),Q(2))) for i in idx))
k=philox((42,0),(7,1<<31,0,0)); print("child", hex(k[1]<<32|k[0]), hex(k[3]<<32|k[2]))
