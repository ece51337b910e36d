using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace WorkOrders.Server.Accounts;

/// <summary>The keys that tokens are signed with. Made at the first start and kept, so that a restart invalidates no token.</summary>
internal static class Keys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The folder, which nobody but the server's own user may look into.</summary>
    public static DirectoryInfo Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        // it may have been there before, restored from a backup for instance
        folder.UnixFileMode = OwnerOnly | UnixFileMode.UserExecute;
        return folder;
    }

    public static SecurityKey Signing(string folder)
    {
        var pem = Kept(folder, "token-signing.pem", () =>
        {
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return fresh.ExportPkcs8PrivateKeyPem();
        });
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new ECDsaSecurityKey(key);
    }

    /// <summary>OpenIddict asks for one, though nothing that it makes here is encrypted.</summary>
    public static SecurityKey Encryption(string folder) => new SymmetricSecurityKey(Convert.FromBase64String(
        Kept(folder, "token-encryption.key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));

    /// <summary>What links for tenants are made with.</summary>
    public static byte[] TenantLinks(string folder) => Convert.FromBase64String(
        Kept(folder, "tenant-links.key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));

    private static string Kept(string folder, string name, Func<string> make)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return File.ReadAllText(path);
        // moved into place whole: a start that is killed half-way leaves no half key
        var part = path + ".part";
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        var text = make();
        using (var file = new FileStream(part, options))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path);
        return text;
    }
}
