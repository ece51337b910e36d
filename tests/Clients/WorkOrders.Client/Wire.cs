using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WorkOrders.Client.Tests;

/// <summary>The network between a client and a server, with a hand on it: it can be cut, and it can fall silent.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Connection> _connections = [];
    private readonly int _serverPort;
    private long _sent;
    private long _cutAt = long.MaxValue;

    public Wire(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>What the server sends over the open connections no longer arrives; nobody is told. New connections work.</summary>
    public void Silence()
    {
        foreach (var connection in _connections)
            connection.IsSilent = true;
    }

    /// <summary>How many bytes have gone to the server.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Resets every open connection, once, when so many bytes have gone to the server.</summary>
    public void CutAfter(long bytes) => Interlocked.Exchange(ref _cutAt, bytes);

    /// <summary>Resets every open connection.</summary>
    public void Cut()
    {
        foreach (var connection in _connections)
            connection.Dispose();
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await server.ConnectAsync(IPAddress.Loopback, _serverPort);
                var connection = new Connection(client, server, CountSent);
                _connections.Add(connection);
                _ = connection.PumpAsync(client, server, isAnswer: false);
                _ = connection.PumpAsync(server, client, isAnswer: true);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The wire has been taken down.
        }
    }

    private void CountSent(int count)
    {
        if (Interlocked.Add(ref _sent, count) < Interlocked.Read(ref _cutAt))
            return;
        Interlocked.Exchange(ref _cutAt, long.MaxValue);
        Cut();
    }

    private sealed class Connection(Socket client, Socket server, Action<int> countSent) : IDisposable
    {
        private volatile bool _isSilent;

        public bool IsSilent
        {
            get => _isSilent;
            set => _isSilent = value;
        }

        public async Task PumpAsync(Socket from, Socket to, bool isAnswer)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (await from.ReceiveAsync(buffer) is > 0 and var count)
                {
                    if (!isAnswer || !_isSilent)
                        await to.SendAsync(buffer.AsMemory(0, count));
                    if (!isAnswer)
                        countSent(count);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // One end is gone: so is the other.
            }

            Dispose();
        }

        public void Dispose()
        {
            // No farewell: a reset, as from a machine that has lost its power.
            client.Close(0);
            server.Close(0);
        }
    }
}
