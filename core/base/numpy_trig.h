// sin and cos with the bits that NumPy gives. Moons, circles and spirals are built from numpy.sin and numpy.cos, which
// on processors with AVX-512 (where our reference data were made) are within 4 ulp, not correctly rounded, and differ
// from the C library's in the last bits. Computing them here also makes the data the same on every machine.
#pragma once

namespace actiscope {

/** numpy.cos(x) for |x| below 1e6, as NumPy 1.22 and later compute it with AVX-512. */
double numpyCos(double x);

/** numpy.sin(x), likewise. */
double numpySin(double x);

} // namespace actiscope
