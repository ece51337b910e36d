using System.Globalization;

namespace WorkOrders.Board.Tests.Shared;

/// <summary>A colour as light: linear red, green and blue, from 0 to 1.</summary>
internal readonly record struct Colour(double R, double G, double B)
{
    public static Colour Of(string hex) => new(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    /// <summary>WCAG 2's contrast ratio.</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (a, b) = (one.Luminance, other.Luminance);
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    /// <summary>CIE76: the distance in L*a*b*.</summary>
    public static double Distance(Colour one, Colour other)
    {
        var (a, b) = (one.Lab, other.Lab);
        return Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2));
    }

    /// <summary>As an eye with this matrix sees it.</summary>
    public Colour Through(double[,] m)
    {
        var (r, g, b) = this;
        double Row(int i) => Math.Clamp(m[i, 0] * r + m[i, 1] * g + m[i, 2] * b, 0, 1);
        return new Colour(Row(0), Row(1), Row(2));
    }

    private double Luminance => .2126 * R + .7152 * G + .0722 * B;

    private (double L, double A, double B) Lab
    {
        get
        {
            // sRGB to XYZ, seen under D65
            var x = F((.4124564 * R + .3575761 * G + .1804375 * B) / .95047);
            var y = F(.2126729 * R + .7151522 * G + .0721750 * B);
            var z = F((.0193339 * R + .1191920 * G + .9503041 * B) / 1.08883);
            return (116 * y - 16, 500 * (x - y), 200 * (y - z));
        }
    }

    private static double F(double t) => t > 216d / 24389 ? Math.Cbrt(t) : (24389d / 27 * t + 16) / 116;

    private static double Channel(string hex, int at)
    {
        var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
    }
}
