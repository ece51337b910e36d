using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Grpc.Core;

namespace WorkOrders.Client;

/// <summary>One photo on its way up, by the tus protocol (1.0.0): in as many pieces as the line breaks it into.</summary>
internal sealed class PhotoUpload(HttpClient http, TokenSource tokens, WorkOrdersClientOptions options, ReadOnlyMemory<byte> photo)
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/offset+octet-stream");

    private Uri? _upload;
    private long _offset;
    private bool _isLost;

    public async Task<string> RunAsync(long number, CancellationToken cancellationToken)
    {
        var log = options.LoggerFactory.CreateLogger("WorkOrders.Client.Photos");
        var (since, from, attempts, renewed) = (options.TimeProvider.GetTimestamp(), 0L, 0, false);
        while (true)
        {
            Token? token = null;
            try
            {
                token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
                if (await StepAsync(number, token, cancellationToken).ConfigureAwait(false) is { } photoId)
                    return photoId;
            }
            catch (RpcException failure)
            {
                // What has arrived, the server knows.
                _isLost = _upload is not null;
                attempts++;
                var refusal = WorkOrdersException.From(failure);
                if (refusal.StatusCode == StatusCode.Unauthenticated && token is not null && !renewed)
                {
                    renewed = true;
                    tokens.Forget(token);
                    continue;
                }

                var delay = refusal.StatusCode == StatusCode.Aborted ? Retries.Jitter(attempts) : Retries.DelayAfter(refusal, attempts);
                if (delay is not { } wait || options.TimeProvider.GetElapsedTime(since) + wait > options.RetryBudget)
                    throw refusal;
                ClientLog.PhotoBrokeOff(log, refusal.StatusCode, _offset, photo.Length, wait);
                await Task.Delay(wait, options.TimeProvider, cancellationToken).ConfigureAwait(false);
                continue;
            }

            // A bad line that gets on is given all the time that it takes.
            if (_offset > from)
                (since, from, attempts, renewed) = (options.TimeProvider.GetTimestamp(), _offset, 0, false);
        }
    }

    /// <summary>One request. The photo's id when all is there.</summary>
    private async Task<string?> StepAsync(long number, Token token, CancellationToken cancellationToken)
    {
        using var request = _upload is null ? Begin(number) : _isLost ? new(HttpMethod.Head, _upload) : new(HttpMethod.Patch, _upload);
        // The client's defaults are for its own short forms only.
        (request.Version, request.VersionPolicy) = (http.DefaultRequestVersion, http.DefaultVersionPolicy);
        request.Headers.Authorization = new("Bearer", token.Value);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        using var attempt = new CancellationTokenSource(options.AttemptTimeout, options.TimeProvider);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(attempt.Token, cancellationToken);
        if (request.Method == HttpMethod.Patch)
        {
            request.Headers.Add("Upload-Offset", Text(_offset));
            // What counts is that it gets on, not how long it takes.
            request.Content = new Rest(photo[(int)_offset..], () => attempt.CancelAfter(options.AttemptTimeout)) { Headers = { ContentType = ContentType } };
        }

        try
        {
            using var answer = await http.SendAsync(request, ends.Token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                throw await PhotoRefusal.OfAsync(answer, ends.Token).ConfigureAwait(false);
            if (_upload is null)
            {
                _upload = new Uri(options.Address, answer.Headers.Location ?? throw NotUnderstood("no address for the photo"));
                return null;
            }
            _offset = OffsetIn(answer);
            _isLost = false;
            return _offset == photo.Length ? _upload.Segments[^1] : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new RpcException(new Status(StatusCode.Unavailable, $"{options.Address} does not answer: {e.Message}", e));
        }
    }

    private HttpRequestMessage Begin(long number) => new(HttpMethod.Post, "/photos/uploads")
    {
        Headers =
        {
            { "Upload-Length", Text(photo.Length) },
            { "Upload-Metadata", "number " + Convert.ToBase64String(Encoding.ASCII.GetBytes(Text(number))) },
        },
    };

    private long OffsetIn(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Upload-Offset", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= photo.Length
            ? offset : throw NotUnderstood("no offset");

    private static RpcException NotUnderstood(string what) => new(new Status(StatusCode.Unimplemented, $"The server's answer has {what}."));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is left, with a sign of life for each part of it that has gone out.</summary>
    private sealed class Rest(ReadOnlyMemory<byte> bytes, Action isAlive) : HttpContent
    {
        private const int Part = 16 * 1024;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            for (var at = 0; at < bytes.Length; at += Part)
            {
                await stream.WriteAsync(bytes.Slice(at, Math.Min(Part, bytes.Length - at)), cancellationToken).ConfigureAwait(false);
                isAlive();
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
